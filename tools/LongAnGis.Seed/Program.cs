using LongAnGis.Seed;

if (args is not [var referenceFolder, var dataFolder])
{
    Console.Error.WriteLine("usage: dotnet run --project tools/LongAnGis.Seed -- REFERENCE_FOLDER DATA_FOLDER");
    return 2;
}

foreach (var (path, content) in SeedFiles.Build(referenceFolder))
{
    var file = Path.Combine(dataFolder, path);
    Directory.CreateDirectory(Path.GetDirectoryName(file)!);
    File.WriteAllBytes(file, content);
    Console.WriteLine($"{content.Length,9:N0}  {path}");
}
return 0;
