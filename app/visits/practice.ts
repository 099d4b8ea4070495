interface Practice {
  readonly structure_name: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
}

/** Where the practice is, line by line, as far as the directory knows. */
export function practiceLines({ structure_name, address, postcode, town }: Practice): string[] {
  const place = [postcode, town].filter(Boolean).join(" ");
  return [structure_name, address, place].filter((line) => line !== null && line !== "") as string[];
}
