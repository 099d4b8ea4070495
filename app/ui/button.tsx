import { Link, type LinkProps } from "@remix-run/react";
import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from "react";
import { classes } from "./classes";
import { Icon, type IconName } from "./icon";

export type ButtonKind = "primary" | "secondary" | "quiet" | "danger";

type Look = {
  /** One primary button a page. */
  kind?: ButtonKind;
  icon?: IconName;
  /** Shows the icon only; the children remain the name that is read aloud. */
  iconOnly?: boolean;
  wide?: boolean;
  children: ReactNode;
};

export type ButtonProps = Look & {
  /** At work: keeps its width and the focus, and ignores further presses. */
  busy?: boolean;
} & ButtonHTMLAttributes<HTMLButtonElement>;

export function Button(props: ButtonProps) {
  const { kind = "secondary", icon, iconOnly, wide, busy = false, children, className, onClick, ...rest } = props;
  const { disabled, type = "button", ...button } = rest;
  const still = busy || disabled === true;
  const press = still ? (event: MouseEvent) => event.preventDefault() : onClick;
  return (
    <button
      {...button}
      type={type}
      className={buttonClass({ kind, iconOnly, wide }, className)}
      aria-disabled={still || undefined}
      aria-busy={busy || undefined}
      onClick={press}
    >
      <ButtonContent icon={icon} iconOnly={iconOnly}>
        {children}
      </ButtonContent>
      {busy && (
        <span className="button-busy" aria-hidden="true">
          <i />
        </span>
      )}
    </button>
  );
}

/** Goes somewhere, so it is a link; it only looks like a button. */
export function LinkButton(props: Look & LinkProps) {
  const { kind = "secondary", icon, iconOnly, wide, children, className, ...link } = props;
  return (
    <Link {...link} className={buttonClass({ kind, iconOnly, wide }, className)}>
      <ButtonContent icon={icon} iconOnly={iconOnly}>
        {children}
      </ButtonContent>
    </Link>
  );
}

type ContentProps = { icon?: IconName | undefined; iconOnly?: boolean | undefined; children: ReactNode };

export function ButtonContent({ icon, iconOnly, children }: ContentProps) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span className={iconOnly ? "visually-hidden" : undefined}>{children}</span>
    </>
  );
}

type ClassOptions = { kind: ButtonKind; iconOnly?: boolean | undefined; wide?: boolean | undefined };

export function buttonClass({ kind, iconOnly, wide }: ClassOptions, more?: string): string {
  return classes("button", `button-${kind}`, iconOnly && "button-icon", wide && "button-wide", more);
}
