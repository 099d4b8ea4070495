import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Button } from "./button";

export type DialogProps = {
  title: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  wide?: boolean;
  /** `alertdialog` when the person must answer before going on. */
  role?: "dialog" | "alertdialog";
  /** Buttons, the one that acts last. */
  footer?: ReactNode;
  children?: ReactNode;
};

/** Keeps the focus inside, gives it back on closing; Escape closes this one only. Nothing is rendered while closed. */
export function Dialog({ title, isOpen, onClose, wide = false, role = "dialog", footer, children }: DialogProps) {
  const asksFirst = role === "alertdialog";
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!asksFirst}
    >
      <Modal className={wide ? "modal modal-wide" : "modal"}>
        <AriaDialog className="dialog" role={role}>
          <div className="dialog-header">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {!asksFirst && (
              <Button kind="quiet" icon="cross" iconOnly onClick={onClose}>
                Fermer
              </Button>
            )}
          </div>
          {children}
          {footer && <div className="dialog-footer">{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
