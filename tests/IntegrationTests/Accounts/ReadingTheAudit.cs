using LongAnGis.Web.Audit;

namespace LongAnGis.IntegrationTests.Accounts;

/// <summary>The detail of a line, which is kept as JSON, in words.</summary>
public sealed class ReadingTheAudit
{
    [Theory]
    [InlineData("{}", "")]
    [InlineData("""{"by": "password", "address": "127.0.0.1"}""", "by: password · address: 127.0.0.1")]
    [InlineData("""{"revision": 6, "forced": true, "roles": ["planner", "admin"]}""", """revision: 6 · forced: true · roles: ["planner", "admin"]""")]
    [InlineData("""{"reason": "Sai “tên” <b>"}""", "reason: Sai “tên” <b>")]
    public void Says_each_part_by_its_name(string kept, string words) => Assert.Equal(words, AuditDetail.Words(kept));
}
