using System.CommandLine;
using System.Globalization;
using Rapporteur.Analysis;
using Rapporteur.Desk;
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
                var own = RecordRates.Of(arguments.Take(call, terminal, common, messages, cancel));
                rates.AddRange(own.Rates);
                foreach (var note in own.Notes) messages.Note(note);
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
