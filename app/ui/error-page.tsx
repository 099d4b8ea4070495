import type { ReactNode } from "react";

export type ErrorPageProps = {
  title: ReactNode;
  /** What happened. */
  what: ReactNode;
  /** What is safe: « Rien n'a été modifié. » */
  safe?: ReactNode;
  /** What to do next, in words. */
  todo: ReactNode;
  /** To give when asking for help. */
  traceId?: string | undefined;
  action?: ReactNode;
};

/** Stands in the frame or alone; always the same three answers, in the same order. */
export function ErrorPage({ title, what, safe, todo, traceId, action }: ErrorPageProps) {
  return (
    <div className="error-page">
      <h1>{title}</h1>
      <dl>
        <div>
          <dt>Ce qui s'est passé</dt>
          <dd>{what}</dd>
        </div>
        {safe && (
          <div>
            <dt>Ce qui est en sûreté</dt>
            <dd>{safe}</dd>
          </div>
        )}
        <div>
          <dt>Ce que vous pouvez faire</dt>
          <dd>{todo}</dd>
        </div>
      </dl>
      {action && <div className="cluster">{action}</div>}
      {traceId && <p className="small soft">Référence à donner à l'assistance : {traceId}</p>}
    </div>
  );
}
