namespace LongAnGis.Web.Platform;

/// <summary>Where the program's own files lie: the top of the checkout, or the folder it was installed in.</summary>
public static class Checkout
{
    /// <summary>The nearest folder above the program that holds the solution, else the program's own.</summary>
    public static string Root { get; } = FindRoot();

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LongAnGis.sln")))
            {
                return folder.FullName;
            }
        }

        return AppContext.BaseDirectory;
    }
}
