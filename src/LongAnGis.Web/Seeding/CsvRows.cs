using System.Globalization;
using System.Text.Json.Nodes;
using CsvHelper;
using CsvHelper.Configuration;

namespace LongAnGis.Web.Seeding;

/// <summary>A CSV file as an array of objects named by its header, every value a string, as PostgreSQL can unfold it.</summary>
static class CsvRows
{
    public static JsonArray Read(TextReader reader)
    {
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture));
        csv.Read();
        csv.ReadHeader();
        var rows = new JsonArray();
        while (csv.Read())
        {
            var row = new JsonObject();
            foreach (var column in csv.HeaderRecord!)
            {
                row[column] = csv.GetField(column);
            }

            rows.Add(row);
        }

        return rows;
    }
}
