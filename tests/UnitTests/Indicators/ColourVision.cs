using System.Globalization;

namespace LongAnGis.UnitTests.Indicators;

public enum Vision { Usual, WithoutRed, WithoutGreen, WithoutBlue }

/// <summary>
/// How far two colours are apart for an eye: the simulation of Machado, Oliveira and Fernandes (2009, full severity, linear RGB)
/// and the difference CIEDE2000 (Sharma, Wu and Dalal, 2005).
/// </summary>
static class ColourVision
{
    static readonly Dictionary<Vision, double[]> Simulation = new()
    {
        [Vision.Usual] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        [Vision.WithoutRed] = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        [Vision.WithoutGreen] = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        [Vision.WithoutBlue] = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    };

    public static double Difference(string one, string other, Vision vision) => Ciede2000(Lab(one, vision), Lab(other, vision));

    public static (double L, double A, double B) Lab(string colour, Vision vision)
    {
        var linear = Enumerable.Range(0, 3)
            .Select(channel => int.Parse(colour.AsSpan(1 + (2 * channel), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(share => share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4))
            .ToArray();
        var matrix = Simulation[vision];
        var seen = Enumerable.Range(0, 3)
            .Select(row => Math.Clamp(Enumerable.Range(0, 3).Sum(column => matrix[(3 * row) + column] * linear[column]), 0, 1))
            .ToArray();

        // sRGB to XYZ, divided by the white of D65.
        var x = Root(((0.4124564 * seen[0]) + (0.3575761 * seen[1]) + (0.1804375 * seen[2])) / 0.95047);
        var y = Root((0.2126729 * seen[0]) + (0.7151522 * seen[1]) + (0.0721750 * seen[2]));
        var z = Root(((0.0193339 * seen[0]) + (0.1191920 * seen[1]) + (0.9503041 * seen[2])) / 1.08883);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));
    }

    public static double Ciede2000((double L, double A, double B) one, (double L, double A, double B) other)
    {
        var stretch = 1 + (0.5 * (1 - Seventh((Math.Sqrt((one.A * one.A) + (one.B * one.B)) + Math.Sqrt((other.A * other.A) + (other.B * other.B))) / 2)));
        var (a1, a2) = (one.A * stretch, other.A * stretch);
        var (c1, c2) = (Math.Sqrt((a1 * a1) + (one.B * one.B)), Math.Sqrt((a2 * a2) + (other.B * other.B)));
        var (h1, h2) = (Hue(a1, one.B), Hue(a2, other.B));
        var isGrey = c1 * c2 == 0;
        var turn = isGrey ? 0 : h2 - h1 > 180 ? h2 - h1 - 360 : h2 - h1 < -180 ? h2 - h1 + 360 : h2 - h1;
        var hue = isGrey ? h1 + h2
            : Math.Abs(h1 - h2) <= 180 ? (h1 + h2) / 2
            : h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
        var (light, chroma) = ((one.L + other.L) / 2, (c1 + c2) / 2);
        var t = 1 - (0.17 * Cosine(hue - 30)) + (0.24 * Cosine(2 * hue)) + (0.32 * Cosine((3 * hue) + 6)) - (0.20 * Cosine((4 * hue) - 63));
        var fromGrey = (light - 50) * (light - 50);
        var l = (other.L - one.L) / (1 + (0.015 * fromGrey / Math.Sqrt(20 + fromGrey)));
        var c = (c2 - c1) / (1 + (0.045 * chroma));
        var h = 2 * Math.Sqrt(c1 * c2) * Math.Sin(turn * Math.PI / 360) / (1 + (0.015 * chroma * t));
        var rotation = -2 * Seventh(chroma) * Math.Sin(60 * Math.Exp(-Math.Pow((hue - 275) / 25, 2)) * Math.PI / 180);
        return Math.Sqrt((l * l) + (c * c) + (h * h) + (rotation * c * h));
    }

    static double Seventh(double chroma) => Math.Sqrt(Math.Pow(chroma, 7) / (Math.Pow(chroma, 7) + Math.Pow(25, 7)));

    static double Hue(double a, double b) => a == 0 && b == 0 ? 0 : ((Math.Atan2(b, a) * 180 / Math.PI) + 360) % 360;

    static double Cosine(double degrees) => Math.Cos(degrees * Math.PI / 180);

    static double Root(double share) => share > 216.0 / 24389 ? Math.Cbrt(share) : ((24389.0 / 27 * share) + 16) / 116;
}
