import type { MapFilterName, MapFilters } from "./filters";
import type { Period } from "./period";

export type Order = "priorite" | "distance";

/** All that the address of the map says: nothing else is remembered. */
export interface MapView {
  readonly period: Pick<Period, "days" | "kind" | "monday">;
  readonly filters: MapFilters;
  readonly order: Order;
}

export function mapAddress({ period, filters, order }: MapView): string {
  const query = new URLSearchParams();
  query.set(period.kind, period.kind === "jour" ? period.days[0]! : period.monday);
  for (const [name, value] of Object.entries(filters))
    if (value !== null && value !== false) query.set(name, value === true ? "1" : String(value));
  if (order !== "priorite") query.set("tri", order);
  return `/visites/carte?${query}`;
}

/** The same map without one filter, or with another value of it. */
export function withFilter<Name extends MapFilterName>(view: MapView, name: Name, value: MapFilters[Name]): string {
  return mapAddress({ ...view, filters: { ...view.filters, [name]: value } });
}
