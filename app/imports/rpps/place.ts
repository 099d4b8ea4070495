import { at, orNull, plainText } from "../cells";
import { readCommune, readPostcode, townOf } from "../communes";
import { streetLine } from "../streets";
import type { RppsPlaces } from "./row";

export type Place = {
  addressLine: string | null;
  addressExtra: string | null;
  postcode: string | null;
  communeCode: string | null;
  town: string | null;
};

export function readPlace(cells: readonly string[], places: RppsPlaces, warnings: string[]): Place {
  const street = streetLine(
    at(cells, places.streetNumber),
    at(cells, places.streetIndex),
    at(cells, places.streetType) || at(cells, places.streetTypeCode),
    at(cells, places.street),
  );
  const extra = [places.recipient, places.building, places.postBox].map((place) => at(cells, place)).filter(Boolean);
  const lastLine = at(cells, places.lastLine);
  return {
    addressLine: orNull(plainText(street, "Adresse", warnings)),
    addressExtra: orNull(plainText(extra.join(", "), "Complément d'adresse", warnings)),
    ...readCodes(cells, places, lastLine, warnings),
    town: orNull(plainText(at(cells, places.communeName) || townOf(lastLine), "Commune", warnings)),
  };
}

/** Abroad, postcodes are of other shapes and there is no commune: nothing to mend, nothing to report. */
function readCodes(cells: readonly string[], places: RppsPlaces, lastLine: string, warnings: string[]) {
  const country = at(cells, places.country);
  if (country !== "" && country !== "99000" && country !== "99100") return { postcode: null, communeCode: null };
  const communeText = at(cells, places.commune);
  const postcode = readPostcode(at(cells, places.postcode), lastLine, communeText);
  const commune = readCommune(communeText, postcode.code);
  if (postcode.note) warnings.push(postcode.note);
  if (commune.note) warnings.push(commune.note);
  return { postcode: postcode.code, communeCode: commune.code };
}
