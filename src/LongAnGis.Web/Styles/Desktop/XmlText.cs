using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace LongAnGis.Web.Styles.Desktop;

/// <summary>Documents as UTF-8 bytes; text that XML cannot hold (control characters) is left out by the writer's rules, not passed on.</summary>
static class XmlText
{
    static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = " ", CheckCharacters = true };

    public static byte[] Of(XDocument document)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Settings))
        {
            document.Save(writer);
        }

        return bytes.ToArray();
    }
}
