import Lexicon
import TongbaoText

@testable import Extraction

/// A gazetteer of a few divisions, some of which share their names.
enum PlaceFixture {
  static func builder() throws -> GazetteerBuilder {
    try GazetteerBuilder(
      divisions: divisions, townships: townships,
      zones: "code\tname\tparent\tkind\n620171\t兰州新区\t620100\t新区\n",
      territories: territories,
      countries: "alpha2\tname\taliases\thant\nLA\t老挝\t寮国\t寮國\nTW\t台湾\t\t\n",
      aliases: "# usual names\n九龙|新界\t810000:香港特别行政区\n",
      commonWords: "# words\n朝阳\n")
  }

  /// - Parameter places: what names can mean, if a test asks that.
  static func gazetteer(_ places: PlaceTableBuilder = PlaceTableBuilder()) throws -> Gazetteer {
    var writer = ImageWriter()
    try builder().write(to: &writer)
    places.write(to: &writer)
    guard let image = Image(bytes: writer.finish(digest: 0)) else { throw MissingImage() }
    return Gazetteer(image: image)
  }

  struct MissingImage: Error {}

  private static let divisions = """
    code\tname\tlevel\tparent\tshort_name\tstatus\tvalid_from\tvalid_to\tsuccessor
    110000\t北京市\tprovince\t\t北京|京\tcurrent\t1980\t\t
    110105\t朝阳区\tcounty\t110000\t朝阳\tcurrent\t1980\t\t
    220000\t吉林省\tprovince\t\t吉林|吉\tcurrent\t1980\t\t
    220100\t长春市\tprefecture\t220000\t长春\tcurrent\t1980\t\t
    220104\t朝阳区\tcounty\t220100\t朝阳\tcurrent\t1980\t\t
    140000\t山西省\tprovince\t\t山西|晋\tcurrent\t1980\t\t
    140300\t阳泉市\tprefecture\t140000\t阳泉\tcurrent\t1980\t\t
    140302\t城区\tcounty\t140300\t\tcurrent\t1980\t\t
    520000\t贵州省\tprovince\t\t贵州|黔|贵\tcurrent\t1980\t\t
    520300\t遵义市\tprefecture\t520000\t遵义\tcurrent\t1997\t\t
    520304\t播州区\tcounty\t520300\t播州\tcurrent\t2016\t\t
    520321\t遵义县\tcounty\t520300\t\thistorical\t1997\t2016\t520304
    710000\t台湾省\tprovince\t\t台湾|台\tcurrent\t1980\t\t
    810000\t香港特别行政区\tprovince\t\t香港|港\tcurrent\t1997\t\t

    """

  private static let townships = """
    code\tname\tparent\tkind\tstatus\tsource\tsuccessor
    520304101\t石板镇\t520304\t镇\tcurrent\tmca2026\t
    520304102\t凤凰山镇\t520304\t镇\tcurrent\tmca2026\t
    220104001\t石板街道\t220104\t街道\tcurrent\tmca2026\t
    520304201\t石板乡\t520304\t乡\tvariant\tnbs2023\t520304101
    520304401\t某监狱\t520304\tother\tstatistical\tnbs2023\t

    """

  private static let territories = """
    province_code\tprovince\tgroup\tname\tlevel\tshort_name
    810000\t香港特别行政区\t九龙\t观塘区\tdistrict\t观塘
    710000\t台湾省\t\t彰化县\tprefecture\t彰化
    710000\t台湾省\t彰化县\t员林市\ttownship\t员林

    """
}
