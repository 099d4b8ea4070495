import { Link } from "@remix-run/react";

export type ExportLinksProps = {
  /** The list's name in the address: « medecins ». */
  list: string;
  /** The filters of the page, so that the file holds what is on screen. */
  query?: string | undefined;
  /** Which table, where a page has several: « par secteur ». */
  which?: string | undefined;
};

/** The whole list as a file, under the page's own filters. */
export function ExportLinks({ list, query, which }: ExportLinksProps) {
  const to = (format: string) => `/exports/${list}.${format}${query ? `?${query}` : ""}`;
  const told = which ? `, ${which}` : "";
  return (
    <span>
      Exporter :{" "}
      <Link to={to("xlsx")} reloadDocument aria-label={`Exporter en classeur XLSX${told}`}>
        XLSX
      </Link>{" "}
      ou{" "}
      <Link to={to("csv")} reloadDocument aria-label={`Exporter en fichier CSV${told}`}>
        CSV
      </Link>
    </span>
  );
}
