using System.Text;
using System.Xml;
using System.Xml.Linq;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Platform;
using XmlText = LongAnGis.Web.Styles.Desktop.XmlText;

namespace LongAnGis.Web.Ogc.Ows;

/// <summary>How WMS and WFS answer: documents, and refusals in the form that each of the two standards has for them.</summary>
static class OwsAnswers
{
    public static readonly XNamespace XLink = "http://www.w3.org/1999/xlink", Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    static readonly XNamespace Ogc = "http://www.opengis.net/ogc", Ows = "http://www.opengis.net/ows/1.1";

    public static IResult Xml(HttpContext context, XDocument document, string type = "text/xml", int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers.Vary = "Accept-Language";
        return Results.Bytes(XmlText.Of(document), type + "; charset=utf-8");
    }

    /// <summary>Runs one request; whatever refuses it is answered as an exception of the standard.</summary>
    public static async Task<IResult> Guard(HttpContext context, Func<OwsRequest, Task<IResult>> answer, Func<OwsException, bool, XDocument> report)
    {
        try
        {
            return await answer(OwsRequest.Read(context));
        }
        catch (OwsException refused)
        {
            return Xml(context, report(refused, context.DataLanguage().IsEnglish), status: StatusCodes.Status400BadRequest);
        }
        catch (RefusedException refused)
        {
            var words = new OwsException("NoApplicableCode", null, new(refused.Refusal.Vi, refused.Refusal.En));
            return Xml(context, report(words, context.DataLanguage().IsEnglish), status: refused.Refusal.Status);
        }
    }

    /// <summary>WMS 1.3.0 (OGC 06-042), annex E.</summary>
    public static XDocument ServiceException(OwsException refused, bool english) => new(new XElement(
        Ogc + "ServiceExceptionReport",
        new XAttribute("version", "1.3.0"),
        new XElement(
            Ogc + "ServiceException",
            // WMS knows few codes; what is of none of them carries its sentence alone.
            refused.Code is "NoApplicableCode" or "MissingParameterValue" or "InvalidParameterValue" ? null : new XAttribute("code", refused.Code),
            refused.Locator is null ? null : new XAttribute("locator", refused.Locator),
            refused.Words.In(english))));

    /// <summary>OWS Common 1.1 (OGC 06-121r3), clause 8.</summary>
    public static XDocument ExceptionReport(OwsException refused, bool english) => new(new XElement(
        Ows + "ExceptionReport",
        new XAttribute("version", "2.0.0"), new XAttribute(XNamespace.Xml + "lang", english ? "en" : "vi"),
        new XElement(
            Ows + "Exception",
            new XAttribute("exceptionCode", refused.Code),
            refused.Locator is null ? null : new XAttribute("locator", refused.Locator),
            new XElement(Ows + "ExceptionText", refused.Words.In(english)))));

    public static XmlWriterSettings Streamed { get; } = new() { Encoding = new UTF8Encoding(false), Async = true, CloseOutput = false, CheckCharacters = true };

    /// <summary>Text that XML 1.0 can hold.</summary>
    public static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : new([.. text.Where(letter => XmlConvert.IsXmlChar(letter))]);

    public static readonly Bilingual Title = new("Quy hoạch tỉnh Long An", "Plan of Long An province");
}
