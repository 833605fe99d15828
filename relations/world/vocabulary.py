"""The words of a made-up world: phrases in both languages, to be put together into titles and summaries."""

from typing import NamedTuple


class Said(NamedTuple):
    """One thing in both languages."""

    tr: str
    en: str


class Topic(NamedTuple):
    area: str
    tr: str
    en: str


TOPICS = (
    Topic("politics", "siyasi danışmalar", "political consultations"),
    Topic("politics", "adli yardımlaşma", "legal assistance"),
    Topic("politics", "vize işlemleri", "visa matters"),
    Topic("trade", "ticaret", "trade"),
    Topic("trade", "gümrük", "customs"),
    Topic("trade", "tarım", "agriculture"),
    Topic("trade", "standartlar", "standards"),
    Topic("investment", "yatırım", "investment"),
    Topic("investment", "bankacılık", "banking"),
    Topic("investment", "sanayi", "industry"),
    Topic("defence", "savunma sanayisi", "the defence industry"),
    Topic("defence", "sınır güvenliği", "border security"),
    Topic("education", "yükseköğretim", "higher education"),
    Topic("education", "bilim ve teknoloji", "science and technology"),
    Topic("education", "mesleki eğitim", "vocational training"),
    Topic("culture", "kültür", "culture"),
    Topic("culture", "turizm", "tourism"),
    Topic("culture", "basın ve yayın", "press and broadcasting"),
    Topic("energy", "enerji", "energy"),
    Topic("energy", "yenilenebilir enerji", "renewable energy"),
    Topic("energy", "doğal gaz", "natural gas"),
    Topic("transport", "ulaştırma", "transport"),
    Topic("transport", "sivil havacılık", "civil aviation"),
    Topic("transport", "demir yolları", "railways"),
)
FORMS = {
    "treaty": Said("antlaşması", "Treaty on cooperation in"),
    "agreement": Said("anlaşması", "Agreement on cooperation in"),
    "protocol": Said("protokolü", "Protocol on cooperation in"),
    "memorandum": Said("mutabakat zaptı", "Memorandum of understanding on cooperation in"),
    "declaration": Said("ortak bildirisi", "Joint declaration on cooperation in"),
    "statement": Said("ortak açıklaması", "Joint statement on cooperation in"),
    "action_plan": Said("eylem planı", "Action plan for cooperation in"),
    "programme": Said("programı", "Programme of cooperation in"),
    "contract": Said("sözleşmesi", "Contract on cooperation in"),
    "package": Said("belgeleri", "Set of documents on cooperation in"),
}
OFTEN = ("agreement", "agreement", "agreement", "protocol", "memorandum", "memorandum", *FORMS)
OFFICES = (
    ("head-of-state", Said("Devlet Başkanı", "Head of State")),
    ("prime-minister", Said("Başbakanı", "Prime Minister")),
    ("foreign-minister", Said("Dışişleri Bakanı", "Minister of Foreign Affairs")),
    ("trade-minister", Said("Ticaret Bakanı", "Minister of Trade")),
    ("energy-minister", Said("Enerji Bakanı", "Minister of Energy")),
    ("culture-minister", Said("Kültür Bakanı", "Minister of Culture")),
)
MINISTRIES = (
    ("foreign-ministry", Said("Dışişleri Bakanlığı", "Ministry of Foreign Affairs")),
    ("trade-ministry", Said("Ticaret Bakanlığı", "Ministry of Trade")),
    ("statistics-office", Said("İstatistik Kurumu", "Statistical Office")),
)
VISITS = {
    "official": Said("resmî ziyareti", "Official visit"),
    "state": Said("devlet ziyareti", "State visit"),
    "working": Said("çalışma ziyareti", "Working visit"),
    "unspecified": Said("ziyareti", "Visit"),
}
COUNCILS = (
    ("jec", Said("Karma Ekonomik Komisyonu", "Joint Economic Commission"), Said("KEK", "JEC")),
    ("consultations", Said("Siyasi İstişareleri", "Political Consultations"), Said("", "")),
    ("forum", Said("İş Forumu", "Business Forum"), Said("", "")),
    ("jspg", Said("Ortak Stratejik Planlama Grubu", "Joint Strategic Planning Group"), Said("OSPG", "JSPG")),
    (
        "hlscc",
        Said("Yüksek Düzeyli Stratejik İşbirliği Konseyi", "High-Level Strategic Cooperation Council"),
        Said("YDSK", "HLSCC"),
    ),
)
SUMMIT = ("summit", Said("Zirvesi", "Summit"), Said("", ""))
MILESTONES = (
    ("politics", Said("diplomatik ilişkilerin kurulması", "Establishment of diplomatic relations")),
    ("politics", Said("büyükelçiliklerin açılması", "Opening of embassies")),
    ("politics", Said("karşılıklı vize muafiyetinin başlaması", "Start of visa-free travel")),
    ("transport", Said("ilk doğrudan uçuş", "First direct flight")),
    ("transport", Said("ilk yük treni", "First freight train")),
    ("culture", Said("ortak kültür yılı", "Joint year of culture")),
    ("culture", Said("film günleri", "Film festival")),
    ("education", Said("ortak bir üniversite programının başlaması", "Start of a joint university programme")),
    ("education", Said("öğrenci değişiminin başlaması", "Start of student exchange")),
    ("trade", Said("ticaret fuarı", "Trade fair")),
    ("investment", Said("iş konseyinin kurulması", "Founding of a business council")),
    ("energy", Said("elektrik hatlarının bağlanması", "Connection of power lines")),
)
PUBLISHERS = {
    "official": Said("Deneme Resmî Gazetesi", "Test Official Gazette"),
    "press": Said("Deneme Haber Ajansı", "Test News Agency"),
    "article": Said("Deneme Dergisi", "Test Journal"),
    "statistics": Said("Deneme İstatistik Yıllığı", "Test Statistical Yearbook"),
    "treaty": Said("Deneme Antlaşmalar Dizisi", "Test Treaty Series"),
}
BULLETINS = {
    "official": Said("Deneme bülteni", "Test bulletin"),
    "press": Said("Deneme haberi", "Test report"),
    "article": Said("Deneme makalesi", "Test article"),
    "statistics": Said("Deneme tablosu", "Test table"),
    "treaty": Said("Deneme metni", "Test text"),
}
TALKS = (
    Said("ikili ilişkiler ve bölgesel konular", "bilateral relations and questions of the region"),
    Said("ticaretin artırılması", "increasing trade"),
    Said("enerji ve ulaştırma projeleri", "projects in energy and transport"),
    Said("eğitim ve kültür alanındaki iş birliği", "cooperation in education and culture"),
    Said("yatırımların korunması", "the protection of investments"),
    Said("ortak projelerin takvimi", "the timetable of joint projects"),
)
REASON = Said(
    "Olaya daha yakın tarihli kaynak tercih edildi.", "The source that is closer in time to the event is preferred."
)
