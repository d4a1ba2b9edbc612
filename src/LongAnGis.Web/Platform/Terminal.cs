namespace LongAnGis.Web.Platform;

/// <summary>What the program tells the person who started it, beside its exit code. Silent where nobody watches: <c>--quiet</c>.</summary>
public sealed class Terminal(IConfiguration configuration)
{
    readonly bool quiet = configuration.GetValue("quiet", false);

    public void Say(string vi, string en) => Write($"{vi} · {en}");

    public void Write(string line)
    {
        if (!quiet)
        {
            Console.Out.WriteLine(line);
        }
    }
}
