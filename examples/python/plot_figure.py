"""Draws a figure of a study from its table.

    pip install requests pandas pyarrow matplotlib
    export EARLYPHASE_KEY=ep_...   # ./earlyphase key make --user ME --role viewer
    python plot_figure.py STUDY --figure figure-1 -o figure-1.png

With --csv the table is read as CSV, which needs no pyarrow.
"""

import argparse
import io

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import pandas as pd

from platform_api import Api, add_arguments


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("study", help="id of the study")
    parser.add_argument("--figure", help="its name, such as figure-5 (default: the study's first)")
    parser.add_argument("--csv", action="store_true", help="read CSV, not Parquet")
    parser.add_argument("-o", "--output", default="figure.png", help="where to draw to (default: %(default)s)")
    add_arguments(parser)
    arguments = parser.parse_args()

    api = Api(arguments.url)
    path = f"/studies/{arguments.study}/figures"
    name = arguments.figure or api.get(path).json()[0]["figure"]
    figure = api.get(f"{path}/{name}.json").json()
    table = read(api, f"{path}/{name}", arguments.csv)
    print(table.dtypes.to_string())
    print(f"{len(table)} values of {table['trial'].nunique()} trials")
    draw(figure, table, arguments.output)
    print(arguments.output)


def read(api, path, as_csv):
    if as_csv:
        return pd.read_csv(io.BytesIO(api.get(path + ".csv").content))
    return pd.read_parquet(io.BytesIO(api.get(path + ".parquet").content))


def draw(figure, table, output):
    """A plot a panel. The table has a row a seed, each beside the mean of its point."""
    panels = figure["panels"]
    drawing, plots = plt.subplots(1, len(panels), figsize=(6 * len(panels), 4.5), squeeze=False)
    for panel, plot in zip(panels, plots[0]):
        of_panel = table[table["panel"] == panel["title"]]
        for curve, rows in of_panel.groupby("curve", sort=False):
            points = rows.drop_duplicates("x").sort_values("x")
            plot.errorbar(points["x"], points["mean"], points["std"], label=curve, marker=".", capsize=2, linewidth=1)
        axis(plot, panel["x"], "x")
        axis(plot, panel["y"], "y")
        plot.set_title(panel["title"])
        if not of_panel.empty:
            plot.legend(fontsize=8)
    drawing.suptitle(figure["title"] + ("" if figure["complete"] else " (partial)"))
    drawing.tight_layout()
    drawing.savefig(output, dpi=150)


def axis(plot, axis, which):
    getattr(plot, f"set_{which}label")(axis["name"].replace(" (%)", " (share)"))
    if axis["scale"] != "linear":
        # Logarithmic, where 0 has a place too.
        getattr(plot, f"set_{which}scale")("log" if axis["percent"] else "symlog")
    if axis["scale"] == "log-falling":
        getattr(plot, f"invert_{which}axis")()


if __name__ == "__main__":
    main()
