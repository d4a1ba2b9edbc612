using System.Globalization;
using System.Threading.Channels;

namespace LongAnGis.Web.Platform.Logging;

/// <summary>One file for each day in Vietnam, the last fourteen kept.</summary>
sealed class LogFile(DataFolder dataFolder, TimeProvider clock)
{
    const int DaysKept = 14;

    public async Task Write(ChannelReader<string> lines)
    {
        StreamWriter? file = null;
        var day = DateOnly.MinValue;
        await foreach (var line in lines.ReadAllAsync())
        {
            try
            {
                if (clock.TodayInVietnam() != day || file is null)
                {
                    file?.Dispose();
                    day = clock.TodayInVietnam();
                    file = Open(day);
                }

                await file.WriteLineAsync(line);
                if (!lines.TryPeek(out _))
                {
                    await file.FlushAsync();
                }
            }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
            {
                // A full disk or a vanished folder: lines are lost, the service goes on, and the next line tries anew.
                file = null;
            }
        }

        file?.Dispose();
    }

    StreamWriter Open(DateOnly day)
    {
        Directory.CreateDirectory(dataFolder.Logs, DataFolder.OwnerOnly);
        var names = Directory.GetFiles(dataFolder.Logs, "longan-*.jsonl").Order(StringComparer.Ordinal).SkipLast(DaysKept);
        foreach (var old in names)
        {
            File.Delete(old);
        }

        var name = $"longan-{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.jsonl";
        return new(Path.Combine(dataFolder.Logs, name), append: true);
    }
}
