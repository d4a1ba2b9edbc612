using System.Net;
using LongAnGis.Core.Accounts;
using Microsoft.Data.Sqlite;

namespace LongAnGis.IntegrationTests.ChangeSets.Workflow;

/// <summary>The plan, each layer and each feature tell how they came about; any publication can be taken home.</summary>
public sealed class ReadingTheHistory : IAsyncLifetime
{
    Office office = null!;
    HttpClient planner = null!;
    HttpClient reviewer = null!;

    public async ValueTask InitializeAsync()
    {
        office = new(await TestSite.OnItsOwnDatabase());
        planner = await office.Somebody(Role.Planner);
        reviewer = await office.Somebody(Role.Reviewer);
    }

    public ValueTask DisposeAsync() => office.Site.DisposeAsync();

    [Fact]
    public async Task Comes_as_one_file_with_every_public_layer_as_it_was_then()
    {
        var id = await Office.Open(planner, ("in_force_from", "2026-01-01"));
        await Office.Save(planner, id, Office.Create("W-1"));
        var revision = await office.Publish(planner, reviewer, id);
        using var stranger = office.Site.Public();

        var before = await Tables(stranger, revision - 1);
        var after = await Tables(stranger, revision);
        using var later = await stranger.GetAsync($"/history/{revision + 1}.gpkg", TestContext.Current.CancellationToken);

        Assert.Equal(before["urban_centres"] + 1, after["urban_centres"]);
        Assert.Equal(before["industrial_parks"], after["industrial_parks"]);
        Assert.Equal(HttpStatusCode.NotFound, later.StatusCode);
    }

    [Fact]
    public async Task Of_a_layer_lists_the_publications_that_touched_it()
    {
        await office.Publish(planner, reviewer, await Office.OpenWithChange(planner, "W-1"));
        using var stranger = office.Site.Public();
        stranger.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        var touched = await Office.Get(stranger, $"/plan/{Office.Layer}/history");
        var other = await Office.Get(stranger, "/plan/industrial-parks/history");
        var none = await Office.Get(stranger, "/plan/no-such-layer/history");

        Assert.Contains("Mở rộng khu công nghiệp", touched.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Mở rộng khu công nghiệp", other.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, none.Status);
    }

    [Fact]
    public async Task Leads_to_the_change_set_those_who_are_signed_in()
    {
        var id = await Office.OpenWithChange(planner, "W-1");
        var revision = await office.Publish(planner, reviewer, id);
        var (feature, _) = await office.Feature("W-1");
        using var stranger = office.Site.Public();
        stranger.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        foreach (var address in new[] { $"/history/{revision}", $"/plan/{Office.Layer}/{feature}?as-of=2027-01-01" })
        {
            Assert.Contains($"/change-sets/{id}", (await Office.Get(planner, address)).Html, StringComparison.Ordinal);
            Assert.DoesNotContain("/change-sets/", (await Office.Get(stranger, address)).Html, StringComparison.Ordinal);
        }
    }

    static async Task<Dictionary<string, long>> Tables(HttpClient client, int revision)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(
                file, await client.GetByteArrayAsync($"/history/{revision}.gpkg", TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
            await using var database = new SqliteConnection($"Data Source={file};Pooling=False;Mode=ReadOnly");
            await database.OpenAsync(TestContext.Current.CancellationToken);
            var tables = new Dictionary<string, long>(StringComparer.Ordinal);
            foreach (var name in await Names(database))
            {
                await using var count = database.CreateCommand();
                count.CommandText = $"SELECT count(*) FROM \"{name}\"";
                tables[name] = (long)(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
            }

            return tables;
        }
        finally
        {
            File.Delete(file);
        }
    }

    static async Task<List<string>> Names(SqliteConnection database)
    {
        await using var list = database.CreateCommand();
        list.CommandText = "SELECT table_name FROM gpkg_contents ORDER BY table_name";
        await using var row = await list.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var names = new List<string>();
        while (await row.ReadAsync(TestContext.Current.CancellationToken))
            names.Add(row.GetString(0));
        return names;
    }
}
