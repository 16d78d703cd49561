using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("en", "The envoys of both countries came back to the capital on Friday and said that the talks would go on for some weeks.")]
    [InlineData("fr", "Les envoyés des deux pays sont revenus dans la capitale vendredi et ont dit que les pourparlers dureraient encore quelques semaines.")]
    [InlineData("de", "Die Gesandten beider Länder sind am Freitag in die Hauptstadt zurückgekehrt und sagten, dass die Gespräche noch einige Wochen dauern werden.")]
    [InlineData("es", "Los enviados de los dos países volvieron el viernes a la capital y dijeron que las conversaciones durarían todavía unas semanas.")]
    [InlineData("pt", "Os enviados dos dois países voltaram à capital na sexta-feira e disseram que as conversações não vão terminar em breve.")]
    [InlineData("it", "Gli inviati dei due paesi sono tornati venerdì nella capitale e hanno detto che i colloqui dureranno ancora alcune settimane.")]
    [InlineData("nl", "De gezanten van beide landen zijn vrijdag in de hoofdstad teruggekeerd en zeiden dat de gesprekken nog enkele weken zouden duren.")]
    [InlineData("pl", "Wysłannicy obu krajów wrócili w piątek do stolicy i powiedzieli, że rozmowy będą trwały jeszcze kilka tygodni.")]
    [InlineData("tr", "İki ülkenin elçileri cuma günü başkente döndü ve görüşmelerin birkaç hafta daha süreceğini söyledi, ancak bir tarih için söz vermedi.")]
    [InlineData("ru", "Посланники обеих стран вернулись в столицу в пятницу и сказали, что переговоры продлятся ещё несколько недель.")]
    [InlineData("uk", "Посланці обох країн повернулися до столиці у п'ятницю і сказали, що переговори триватимуть ще кілька тижнів.")]
    [InlineData("ar", "عاد مبعوثو البلدين إلى العاصمة يوم الجمعة وقالوا إن المحادثات ستستمر عدة أسابيع")]
    [InlineData("fa", "فرستادگان دو کشور روز جمعه به پایتخت بازگشتند و گفتند که گفتگوها چند هفته دیگر ادامه خواهد داشت")]
    [InlineData("he", "שליחי שתי המדינות חזרו לבירה ביום שישי ואמרו שהשיחות יימשכו עוד כמה שבועות")]
    [InlineData("zh", "两国特使星期五返回首都，并表示会谈还将持续数周。")]
    [InlineData("ja", "両国の特使は金曜日に首都に戻り、会談はあと数週間続くと述べた。")]
    [InlineData("ko", "양국 특사들은 금요일 수도로 돌아와 회담이 몇 주 더 계속될 것이라고 말했다.")]
    [InlineData("und", "Moscow rejects plan")]
    [InlineData("und", "")]
    public void A_text_shows_its_language(string code, string text) => Assert.Equal(code, LanguageIdentifier.Shipped.Identify(text).Code);

    [Fact]
    public void English_with_foreign_names_and_quotes_is_english() =>
        Assert.Equal("en", LanguageIdentifier.Shipped.Identify("The president of the Assemblée nationale said \"la paix est possible\" when he met the envoys of the Bundestag and the Partido de la Gente in Genève.").Code);
}
