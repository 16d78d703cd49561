using System.Text;
using Microsoft.AspNetCore.Http;
using Rapporteur.Analysis;

namespace Rapporteur.Web;

/// <summary>The file of questions behind the lab: read as it stands, lines only added, one writer at a time, also where the command line writes to it.</summary>
/// <param name="options">Which file, and the clock.</param>
internal sealed class QuestionShelf(WorkbenchOptions options)
{
    /// <summary>The questions; none where the file is not there yet.</summary>
    public QuestionBook Read() => options.Questions is { } path && File.Exists(path) ? new(File.ReadLines(path), options.Clock) : new([], options.Clock);

    /// <summary>Adds a line. Throws <see cref="PageException"/> with a sentence where it cannot be.</summary>
    /// <param name="line">Makes the line; is given the questions as they stand, and the day.</param>
    public void Add(Func<QuestionBook, DateOnly?, string> line)
    {
        var path = options.Questions ?? throw new PageException(StatusCodes.Status409Conflict, "This workbench serves no file of questions; start it with --ledger FILE.ndjson.");
        try
        {
            using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
            var lines = reader.ReadToEnd().Split('\n');
            var book = new QuestionBook(lines, options.Clock);
            var written = line(book, options.Today) + "\n";
            file.Seek(0, SeekOrigin.End);
            // A file whose last line somebody left without an end gets one.
            if (lines[^1].Length > 0) file.Write("\n"u8);
            file.Write(Encoding.UTF8.GetBytes(written));
        }
        catch (Exception wrong) when (wrong is QuestionException or ArgumentException)
        {
            throw new PageException(StatusCodes.Status422UnprocessableEntity, LabLimits.Reason(wrong));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new PageException(StatusCodes.Status503ServiceUnavailable, $"The file of questions cannot be written: {wrong.Message}");
        }
    }
}
