import { useNavigate } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from "react-aria-components/Menu";
import { ButtonContent, type ButtonKind, buttonClass } from "./button";
import { Icon, type IconName } from "./icon";

export type MenuEntry = {
  id: string;
  label: string;
  icon?: IconName;
  isDangerous?: boolean;
  isDisabled?: boolean;
} & ({ to: string } | { onAction: () => void });

export type MenuProps = {
  /** Name of the button. */
  label: ReactNode;
  entries: readonly MenuEntry[];
  kind?: ButtonKind;
  icon?: IconName;
  iconOnly?: boolean;
  className?: string;
};

/** Secondary acts behind one button; never the page's main one. */
export function Menu({ label, entries, kind = "secondary", icon, iconOnly, className }: MenuProps) {
  const navigate = useNavigate();
  const act = (id: unknown) => {
    const entry = entries.find((each) => each.id === id);
    if (entry) "to" in entry ? navigate(entry.to) : entry.onAction();
  };
  return (
    <MenuTrigger>
      <AriaButton className={buttonClass({ kind, iconOnly }, className)}>
        <ButtonContent icon={icon} iconOnly={iconOnly}>
          {label}
        </ButtonContent>
      </AriaButton>
      <Popover className="popover" placement="bottom end" offset={4}>
        <AriaMenu className="menu" onAction={act}>
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              isDisabled={entry.isDisabled ?? false}
              className={entry.isDangerous ? "menu-item menu-item-danger" : "menu-item"}
            >
              {entry.icon && <Icon name={entry.icon} />}
              {entry.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
