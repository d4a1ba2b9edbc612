using LongAnGis.Web.Database;
using LongAnGis.Web.Osm;
using LongAnGis.Web.Platform.Verbs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.Osm;

/// <summary>A site of its own on the seeded database, and the verb "import osm" as the command line runs it.</summary>
public sealed class ImportingSite : IAsyncDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("longan-osm-").FullName;

    ImportingSite(TestSite site) => Site = site;

    public TestSite Site { get; }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ImportingSite> Start(OsmLimits? limits = null) => new(await TestSite.OnItsOwnDatabase(
        limits is null ? null : services => services.AddSingleton(limits)));

    /// <summary>Imports an extract under a name that ends as its format does; answers the exit code.</summary>
    public Task<int> Import(OsmXml extract, bool replace = false) => Import(extract.ToString(), "long-an.osm", replace);

    public Task<int> Import(string content, string name = "long-an.osm", bool replace = false) => Import(Write(content, name), replace);

    public async Task<int> Import(FileInfo file, bool replace = false)
    {
        Site.Services.GetRequiredService<IConfiguration>()["replace"] = replace ? "true" : null;
        return await Run("osm", file.FullName);
    }

    public Task<int> Run(params string[] words) => Site.Services.GetServices<Verb>()
        .Single(verb => verb.Name == "import")
        .Run(Site.Services, words, Cancellation);

    public FileInfo Write(string content, string name)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, content);
        return new(path);
    }

    public string PathTo(string name) => Path.Combine(folder, name);

    /// <summary>The rows of a query over what the public may read, each as one text.</summary>
    public async Task<string[]> Public(string sql)
    {
        await using var command = Site.Services.GetRequiredService<PublicDatabase>().CreateCommand(sql);
        await using var row = await command.ExecuteReaderAsync(Cancellation);
        var rows = new List<string>();
        while (await row.ReadAsync(Cancellation))
        {
            var values = new object[row.FieldCount];
            row.GetValues(values);
            rows.Add(string.Join('|', values.Select(value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture))));
        }

        return [.. rows];
    }

    /// <summary>What is in a layer now: code, name, and a further expression.</summary>
    public Task<string[]> Layer(string layer, string and = "true", string expression = "name_vi") => Public(
        $"SELECT code, {expression} FROM pub.feature_version WHERE layer_code = '{layer}' AND revision_to IS NULL AND {and} ORDER BY code");

    public Task<string[]> FromExtract(string layer, string expression = "name_vi") => Layer(layer, "code ~ '^(way|node)-'", expression);

    public async Task<int> Revision() => int.Parse(
        (await Public("SELECT max(number) FROM pub.revision")).Single(), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>True when the import left nothing in the site's temporary folder.</summary>
    public bool IsTidy
    {
        get
        {
            var temporary = Path.Combine(Site.Services.GetRequiredService<Web.Platform.DataFolder>().Path, "import");
            return !Directory.Exists(temporary) || !Directory.EnumerateFileSystemEntries(temporary).Any();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
