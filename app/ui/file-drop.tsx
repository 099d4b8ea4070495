import { type ReactNode, useState } from "react";
import { bytes } from "~/format/bytes";
import { type FieldMessages, FieldNotes, fieldControl } from "./field";
import { Icon } from "./icon";

export type FileDropProps = {
  name: string;
  label: ReactNode;
  help?: ReactNode;
  error?: FieldMessages;
  /** As the `accept` attribute: ".csv,.zip". */
  accept?: string;
  multiple?: boolean;
  onFiles?: (files: File[]) => void;
};

/** One native input as large as the zone: pressing, dropping and the keyboard are the browser's own. */
export function FileDrop({ name, label, help, error, accept, multiple, onFiles }: FileDropProps) {
  const [files, setFiles] = useState<File[]>([]);
  const [isOver, setOver] = useState(false);
  const control = fieldControl({ name, help, error });
  const choose = (list: FileList | null) => {
    setFiles([...(list ?? [])]);
    onFiles?.([...(list ?? [])]);
  };
  return (
    <div className="stack stack-tight">
      <label className="file-drop" data-over={isOver || undefined}>
        <Icon name={files.length > 0 ? "file" : "upload"} />
        <span className="bold">{label}</span>
        {files.length > 0 ? (
          <span className="file-drop-files">
            {files.map((file) => `${file.name} (${bytes(file.size)})`).join(", ")}
          </span>
        ) : (
          <span className="soft">
            Déposez {multiple ? "les fichiers" : "le fichier"} ici, ou{" "}
            <span className="link">parcourez vos dossiers</span>
          </span>
        )}
        <input
          {...control}
          type="file"
          accept={accept}
          multiple={multiple}
          onChange={(event) => choose(event.currentTarget.files)}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
        />
      </label>
      <FieldNotes id={control.id} help={help} error={error} />
    </div>
  );
}
