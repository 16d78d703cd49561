using System.CommandLine;
using System.Globalization;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Reading;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur question base-rates</c>: how often things of a kind come about, each with its source and n.</summary>
internal static class BaseRatesCommand
{
    private const string Rates = "forecasts/base-rates.tsv";

    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var command = new ExampleCommand("base-rates", "Lists how often things of a kind came about, each with its source and number of cases; with a record or files, how often announced meetings were held by what they say.",
            "rapporteur question base-rates", "rapporteur question base-rates --record ukraine.db", "rapporteur question base-rates samples/ukraine-2025 --json");
        var arguments = new SnapshotArguments();
        var json = new Option<bool>("--json") { Description = "One JSON object a line (docs/questions.md)." };
        var csv = new Option<bool>("--csv") { Description = "Rows of commas (docs/questions.md)." };
        arguments.AddTo(command);
        command.Add(json);
        command.Add(csv);
        command.SetAction((call, cancel) =>
        {
            var messages = new Messages(terminal, call, common);
            var rates = BaseRates.Read(DataFolder.Shipped.Lines(Rates)).ToList();
            if (arguments.AreGiven(call))
            {
                var snapshot = arguments.Take(call, terminal, common, messages, cancel);
                var (rate, unknown) = BaseRates.AnnouncedMeetings(snapshot);
                if (rate is not null) rates.Add(rate);
                else messages.Note("no announced meeting is told to have been held, cancelled or put off");
                if (unknown > 0) messages.Note(string.Create(CultureInfo.InvariantCulture, $"of {unknown} announced meetings nothing tells what became; they are not counted"));
                var (agreed, followed) = BaseRates.AgreementsAfterTalks(snapshot);
                if (agreed is not null) rates.Add(agreed);
                else messages.Note("no talks that were held are followed for 30 days by what was read");
                if (followed > 0) messages.Note(string.Create(CultureInfo.InvariantCulture, $"of {followed} talks that were held the day is not known, or what was read ends within 30 days without an agreement; they are not counted"));
            }

            var form = ListingForms.Of(call.GetValue(json), call.GetValue(csv));
            if (form == ListingForm.Csv) terminal.Out.WriteLine("id,what,share,n,source");
            foreach (var rate in rates) terminal.Out.WriteLine(form switch { ListingForm.Json => Json(rate), ListingForm.Csv => Csv(rate), _ => Text(rate) });
            return Task.FromResult(messages.Code);
        });
        return command;
    }

    private static string Text(BaseRate rate) => string.Create(CultureInfo.InvariantCulture, $"{rate.Share:0.000}  n = {(rate.Count is { } count ? count : "not stated"),-10}  {rate.What}  ({rate.Source})  [{rate.Id}]");

    private static string Csv(BaseRate rate) => CsvText.Row(rate.Id, rate.What, rate.Share.ToString(CultureInfo.InvariantCulture), rate.Count?.ToString(CultureInfo.InvariantCulture), rate.Source);

    private static string Json(BaseRate rate) => JsonText.Object(json =>
    {
        json.WriteString("id", rate.Id);
        json.WriteString("what", rate.What);
        json.WriteNumber("share", rate.Share);
        if (rate.Count is { } count) json.WriteNumber("n", count);
        json.WriteString("source", rate.Source);
    });
}
