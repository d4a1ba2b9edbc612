using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Plans;

/// <summary>What pages about one layer have in common.</summary>
public static class LayerPages
{
    public static RefusedException NoSuchLayer(string code)
    {
        var shown = code.Length <= 60 ? code : code[..60] + "…";
        return new(Refusal.NotFound(
            $"Không có lớp “{shown}”. Trang Số liệu liệt kê các lớp đang có.",
            $"There is no layer “{shown}”. The page Data lists the layers there are."));
    }
}
