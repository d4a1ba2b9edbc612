[assembly: AssemblyFixture(typeof(TestCluster))]
[assembly: AssemblyFixture(typeof(SharedSite))]
