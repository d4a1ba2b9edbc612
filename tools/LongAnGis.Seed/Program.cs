using LongAnGis.Seed;
using LongAnGis.Seed.Files;

switch (args)
{
    case ["checksums", var dataFolder]:
        Checksums.Write(dataFolder);
        return 0;

    case [var referenceFolder, var dataFolder]:
        foreach (var (path, content) in SeedFiles.Build(referenceFolder))
        {
            var file = Path.Combine(dataFolder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, content);
            Console.WriteLine($"{content.Length,9:N0}  {path}");
        }
        Checksums.Write(dataFolder);
        return 0;

    default:
        Console.Error.WriteLine("""
            usage: dotnet run --project tools/LongAnGis.Seed -- REFERENCE_FOLDER DATA_FOLDER   makes the seed files
                   dotnet run --project tools/LongAnGis.Seed -- checksums DATA_FOLDER          after an edit by hand
            """);
        return 2;
}
