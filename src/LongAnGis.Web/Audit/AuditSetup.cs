using LongAnGis.Web.Database;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Verbs;

namespace LongAnGis.Web.Audit;

/// <summary>Who did what when: written by everybody, read by few, rewritten by nobody.</summary>
public static class AuditSetup
{
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<AuditLog>();
        services.AddSingleton<AuditReading>();
        services.AddSingleton(new Verb(
            "audit", "audit check [HASH]", "kiểm tra nhật ký còn nguyên vẹn", "check that the audit is whole", Run));
    }

    static async Task<int> Run(IServiceProvider services, IReadOnlyList<string> words, CancellationToken cancellation)
    {
        if (words is not ["check", ..] or { Count: > 2 })
        {
            throw new StartupException("Cách dùng: audit check [MÃ]", "Usage: audit check [HASH]");
        }

        var database = services.GetRequiredService<PreparedDatabase>();
        try
        {
            await database.Open(shared: true, cancellation);
            return await Check(services, words.ElementAtOrDefault(1), cancellation);
        }
        finally
        {
            await database.Close();
        }
    }

    static async Task<int> Check(IServiceProvider services, string? hash, CancellationToken cancellation)
    {
        var reading = services.GetRequiredService<AuditReading>();
        var terminal = services.GetRequiredService<Terminal>();
        var flaws = await reading.Flaws(cancellation);
        foreach (var flaw in flaws)
        {
            terminal.Write($"  {flaw.Kind,-8} #{flaw.Line}");
        }

        if (flaws.Count > 0 || (hash is not null && !await reading.Contains(hash, cancellation)))
        {
            throw new StartupException(
                "Nhật ký không còn nguyên vẹn: có dòng bị xóa hoặc bị sửa.", "The audit is not whole: lines were removed or changed.");
        }

        var end = await reading.End(cancellation);
        terminal.Say($"Nhật ký nguyên vẹn: {end?.Position ?? 0} dòng.", $"The audit is whole: {end?.Position ?? 0} lines.");
        // Kept elsewhere, this finds even a tail that was cut off together with its links.
        terminal.Write($"  {end?.Hash}");
        return 0;
    }
}
