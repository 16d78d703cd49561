namespace Rapporteur.Reading;

/// <summary>The right factor of a product, in panels of <see cref="Panel"/> columns that lie one after the other, rows within; missing columns are zero.</summary>
internal sealed class PackedMatrix
{
    /// <summary>Columns of a panel.</summary>
    public const int Panel = 32;

    private float[] values = [];

    /// <summary>Rows, the length of the inner products.</summary>
    public int Rows { get; private set; }

    /// <summary>Columns.</summary>
    public int Columns { get; private set; }

    /// <summary>The panels.</summary>
    public float[] Values => values;

    /// <summary>Copies a matrix in. Element (r, c) lies at <c>r * rowStride + c * columnStride</c>, so that swapped strides transpose.</summary>
    public PackedMatrix Pack(ReadOnlySpan<float> source, int rows, int columns, int rowStride, int columnStride)
    {
        Rows = rows;
        Columns = columns;
        var panels = (columns + Panel - 1) / Panel;
        if (values.Length < panels * rows * Panel) values = new float[panels * rows * Panel];
        for (var panel = 0; panel < panels; panel++)
        {
            var width = Math.Min(Panel, columns - (panel * Panel));
            var target = values.AsSpan(panel * rows * Panel, rows * Panel);
            if (width < Panel) target.Clear();
            if (columnStride == 1)
            {
                for (var r = 0; r < rows; r++) source.Slice((r * rowStride) + (panel * Panel), width).CopyTo(target[(r * Panel)..]);
                continue;
            }

            for (var c = 0; c < width; c++)
            {
                var from = source[(((panel * Panel) + c) * columnStride)..];
                for (int r = 0, at = c, there = 0; r < rows; r++, at += Panel, there += rowStride) target[at] = from[there];
            }
        }

        return this;
    }
}
