using System.Xml;

namespace CampaignKit.Grievances;

/// <summary>Reads the elements of a GeoReport document in XML.</summary>
internal static class XmlRequests
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    public static IEnumerable<RequestFields> Read(Stream stream, string element, RequestFields fields)
    {
        using var xml = XmlReader.Create(stream, Settings);
        while (Next(xml, element, fields))
            yield return fields;
    }

    // An iterator can't yield out of a try with a catch.
    private static bool Next(XmlReader xml, string element, RequestFields fields)
    {
        try
        {
            if (xml.ReadState is ReadState.Initial)
                EnterRoot(xml, element);
            return ToElement(xml, fields);
        }
        catch (XmlException error)
        {
            throw new Open311Exception($"The document is not usable XML: {error.Message}", error);
        }
    }

    private static void EnterRoot(XmlReader xml, string element)
    {
        var root = element == "request" ? "service_requests" : "services";
        xml.MoveToContent();
        if (xml.LocalName is not "errors" && xml.LocalName != root)
            throw new Open311Exception($"The document must be {root} or errors, not {xml.LocalName}.");
        if (xml.IsEmptyElement)
            xml.Read();
        else
            xml.ReadStartElement();
    }

    /// <summary>Reads the element that the reader stands on, if any, and goes behind it.</summary>
    private static bool ToElement(XmlReader xml, RequestFields fields)
    {
        if (xml.NodeType is not XmlNodeType.Element)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                throw new Open311Exception($"The document must hold elements, not text, on line {((IXmlLineInfo)xml).LineNumber}.");

            // What stands behind the root is looked at too: a document that is broken there is broken.
            while (xml.Read())
            {
            }

            return false;
        }

        fields.Start(((IXmlLineInfo)xml).LineNumber);
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return true;
        }

        xml.ReadStartElement();
        while (xml.NodeType is not XmlNodeType.EndElement)
            ReadField(xml, fields);
        xml.ReadEndElement();
        return true;
    }

    private static void ReadField(XmlReader xml, RequestFields fields)
    {
        if (xml.NodeType is not XmlNodeType.Element)
        {
            fields.RefuseAll(xml.Value.Trim(), "must be an element");
            xml.Read();
            return;
        }

        var place = fields.PlaceOf(xml.LocalName);
        if (place < 0)
        {
            xml.Skip();
            return;
        }

        var (text, plain) = TextOf(xml);
        if (plain)
            fields.Set(place, text);
        else
            fields.SetBad(place, text, "must be text, without elements");
    }

    private static (string Text, bool Plain) TextOf(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return ("", true);
        }

        var (text, plain) = ("", true);
        xml.ReadStartElement();
        while (xml.NodeType is not XmlNodeType.EndElement)
        {
            if (xml.NodeType is XmlNodeType.Element)
            {
                (text, plain) = ($"<{xml.LocalName}>", false);
                xml.Skip();
                continue;
            }

            text = plain ? text + xml.Value : text;
            xml.Read();
        }

        xml.ReadEndElement();
        return (text, plain);
    }
}
