import { shown } from "../wording";

/** What a file turns out to be when it is not one of ours, and what to do instead. */
export type Foreign = { what: string; todo: string };

const CHOOSE = "Choisissez le fichier d'origine, en texte ou en CSV.";
const DOWNLOAD =
  "Téléchargez de nouveau l'extraction, ouvrez-la pour vérifier qu'elle contient des lignes, puis recommencez.";

/** Judged on the first bytes alone: files whose name lies, error pages saved in place of an extraction. */
export function foreignBytes(head: Buffer): Foreign | null {
  const text = head.toString("latin1").replace(/^ï»¿/, "").trimStart();
  if (text === "") return { what: "Le fichier est vide.", todo: DOWNLOAD };
  return archive(head, text) ?? document(text) ?? null;
}

/** Null for a workbook, which the zoning import reads. */
function archive(head: Buffer, text: string): Foreign | null {
  if (text.startsWith("PK") && isWorkbook(head)) return null;
  if (text.startsWith("PK") && text.includes("mimetypeapplication/vnd.oasis")) {
    return {
      what: "Ce fichier est un classeur LibreOffice (ODS).",
      todo: "Enregistrez la feuille en CSV UTF-8, puis recommencez.",
    };
  }
  if (text.startsWith("PK")) {
    return {
      what: "Ce fichier est une archive ZIP.",
      todo: "Décompressez-la et importez le fichier texte qu'elle contient (par exemple PS_LibreAcces_Personne_activite).",
    };
  }
  if (head[0] === 0x1f && head[1] === 0x8b) {
    return {
      what: "Ce fichier est une archive GZIP.",
      todo: "Décompressez-la et importez le fichier qu'elle contient.",
    };
  }
  if (head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) {
    return {
      what: "Ce fichier est un classeur Excel d'ancien format (XLS) ou protégé par un mot de passe.",
      todo: "Ouvrez-le, retirez le mot de passe s'il y en a un, enregistrez-le en XLSX ou en CSV UTF-8, puis recommencez.",
    };
  }
  return null;
}

export function isWorkbook(head: Buffer): boolean {
  const text = head.toString("latin1");
  return text.startsWith("PK\x03\x04") && /\[Content_Types\]\.xml|(^|[^\w/])xl\/|_rels\/\.rels/.test(text);
}

function document(text: string): Foreign | null {
  if (/^(<!doctype html|<html|<head|<body)/i.test(text)) {
    const title = /<title>([^<]{1,80})<\/title>/i.exec(text)?.[1];
    return {
      what: `Ce fichier est une page web${title ? ` (${shown(title)})` : ""} enregistrée à la place de l'extraction.`,
      todo: DOWNLOAD,
    };
  }
  if (text.startsWith("%PDF")) return { what: "Ce fichier est un document PDF.", todo: CHOOSE };
  if (/^[[{]/.test(text)) return json(text);
  if (text.startsWith("<")) return { what: "Ce fichier est au format XML.", todo: CHOOSE };
  if (text.startsWith("BEGIN:VCALENDAR")) return { what: "Ce fichier est un agenda (iCalendar).", todo: CHOOSE };
  if (
    /^(Return-Path|Received|From|To|Subject|Date|MIME-Version|Message-ID|Delivered-To|Content-Type):/im.test(
      text.slice(0, 400),
    )
  ) {
    return { what: "Ce fichier est un courriel.", todo: CHOOSE };
  }
  return null;
}

function json(text: string): Foreign {
  if (/"pmej"|numFiness/i.test(text))
    return { what: "Ce fichier est le répertoire FINESS+ des structures (JSON).", todo: CHOOSE };
  if (/"FeatureCollection"/.test(text))
    return { what: "Ce fichier est une carte ou une réponse de géocodage (GeoJSON).", todo: CHOOSE };
  if (/"durations"|"sources_to_targets"|"costing"/.test(text)) {
    return { what: "Ce fichier est une matrice de temps de trajet (JSON).", todo: CHOOSE };
  }
  return { what: "Ce fichier est au format JSON.", todo: CHOOSE };
}
