import type { ReactNode } from "react";
import { Mark } from "./mark";

/** Outside the house: sign-in, password, opt-out. */
export function AuthFrame({
  title,
  intro,
  children,
  foot,
}: {
  title: ReactNode;
  intro?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
}) {
  return (
    <div className="alone">
      <Mark className="alone-wheels" />
      <main className="alone-main">
        <div className="alone-name">
          <Mark />
          Tandem
        </div>
        <div className="alone-card">
          <div className="stack stack-tight">
            <h1>{title}</h1>
            {intro && <p className="soft">{intro}</p>}
          </div>
          {children}
        </div>
      </main>
      {foot && <footer className="alone-foot">{foot}</footer>}
    </div>
  );
}
