using LongAnGis.Web.Platform.Verbs;

namespace LongAnGis.IntegrationTests.Platform;

public sealed class ReadingTheCommandLine
{
    [Fact]
    public void Serves_when_no_verb_is_given() => Assert.Equal("serve", CommandLine.Parse(["--port", "5080"]).Verb);

    [Fact]
    public void Tells_the_verb_from_its_arguments()
    {
        var read = CommandLine.Parse(["import", "osm", "long an.osm.pbf"]);

        Assert.Equal("import", read.Verb);
        Assert.Equal(["osm", "long an.osm.pbf"], read.Arguments);
    }

    [Theory]
    [InlineData("--data-dir", "/a b")]
    [InlineData("--data-dir=/a b")]
    public void Hands_options_to_the_settings_wherever_they_stand(params string[] option)
    {
        var read = CommandLine.Parse(["import", .. option, "osm"]);

        Assert.Equal(option, read.HostArguments);
        Assert.Equal(["osm"], read.Arguments);
    }

    [Fact]
    public void Takes_an_option_without_a_value_for_yes() =>
        Assert.Equal(["--yes", "true"], CommandLine.Parse(["reset", "--yes"]).HostArguments);

    [Fact]
    public void Leaves_the_options_of_psql_to_psql() =>
        Assert.Equal(["-c", "SELECT 1"], CommandLine.Parse(["db", "-c", "SELECT 1"]).Arguments);
}
