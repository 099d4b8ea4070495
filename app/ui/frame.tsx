import { Link, useNavigate, useNavigation } from "@remix-run/react";
import { type ReactNode, useState } from "react";
import { CommandBar } from "./command-bar";
import type { CommandAction, CommandSearch } from "./command-results";
import { BottomBar, type NavEntry, NearPages, Rail } from "./frame-navigation";
import { Icon } from "./icon";
import { Kbd } from "./kbd";
import { Mark } from "./mark";
import { Menu, type MenuEntry } from "./menu";
import { useShortcuts } from "./shortcuts";

export type { NavEntry };

export type FrameProps = {
  /** Where the mark leads. */
  home: string;
  fund: string;
  user: { name: string; initials: string };
  userMenu: readonly MenuEntry[];
  /** In order of use; on a phone the first four are in the bottom bar, the others behind « Plus ». */
  entries: readonly NavEntry[];
  search: CommandSearch;
  actions: readonly CommandAction[];
  searchHint?: string;
  /** Above everything: a demonstration, a planned stop. */
  banner?: ReactNode;
  children: ReactNode;
};

export function Frame(props: FrameProps) {
  const {
    home,
    fund,
    user,
    userMenu,
    entries,
    search,
    actions,
    searchHint = "Rechercher un médecin, une commune",
    banner,
  } = props;
  const [isSearching, setSearching] = useState(false);
  const navigate = useNavigate();
  const { state } = useNavigation();
  useShortcuts([
    { keys: "Mod+k", label: "Rechercher partout", run: () => setSearching(true) },
    ...entries.flatMap(({ key, label, to }) =>
      key ? [{ keys: `g ${key}`, label: `Aller à : ${label}`, run: () => navigate(to) }] : [],
    ),
  ]);
  return (
    <div className="frame">
      <a href="#contenu" className="skip-link">
        Aller au contenu
      </a>
      {state !== "idle" && <div className="frame-pending" role="presentation" />}
      <Rail home={home} entries={entries} />
      {banner && <div className="frame-banner">{banner}</div>}
      <header className="frame-top">
        <Link to={home} className="frame-fund" aria-label={`Accueil de Tandem, ${fund}`}>
          <Mark />
          <span>{fund}</span>
        </Link>
        <button type="button" className="frame-search" onClick={() => setSearching(true)}>
          <Icon name="search" />
          <span>{searchHint}</span>
          <Kbd keys="Mod+k" />
        </button>
        <Menu label={<UserLabel {...user} />} entries={userMenu} kind="quiet" className="frame-user" />
      </header>
      <main id="contenu" className="frame-main" tabIndex={-1}>
        <NearPages entries={entries} />
        {props.children}
      </main>
      <BottomBar entries={entries} />
      <CommandBar
        isOpen={isSearching}
        onClose={() => setSearching(false)}
        search={search}
        actions={actions}
        placeholder={searchHint}
      />
    </div>
  );
}

function UserLabel({ name, initials }: FrameProps["user"]) {
  return (
    <>
      <span className="avatar" aria-hidden="true">
        {initials}
      </span>
      <span>{name}</span>
    </>
  );
}
