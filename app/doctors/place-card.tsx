import { numericDay } from "~/format/dates";
import { formatPhone } from "~/format/phone";
import { Badge } from "~/ui/badge";

interface PlaceCardProps {
  isMain: boolean;
  place: {
    structure_name: string | null;
    address: string | null;
    address_extra: string | null;
    postcode: string | null;
    town: string | null;
    phone: string | null;
    phone2: string | null;
    activity_sector_label: string | null;
    source: string;
    source_on: string;
  };
}

export function PlaceCard({ place, isMain }: PlaceCardProps) {
  const lines = [place.address_extra, place.address, [place.postcode, place.town].filter(Boolean).join(" ")].filter(
    Boolean,
  );
  return (
    <div className="place-lines">
      <h3>{place.structure_name ?? place.activity_sector_label ?? "Cabinet"}</h3>
      {isMain && (
        <div>
          <Badge tone="brand">Cabinet principal</Badge>
        </div>
      )}
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
      {[place.phone, place.phone2].map(
        (phone) =>
          phone && (
            <a key={phone} href={`tel:${phone}`}>
              {formatPhone(phone)}
            </a>
          ),
      )}
      {place.structure_name && place.activity_sector_label && (
        <span className="soft">{place.activity_sector_label}</span>
      )}
      <span className="soft small">
        {place.source}, {numericDay(place.source_on)}
      </span>
    </div>
  );
}
