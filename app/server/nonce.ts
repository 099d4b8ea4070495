import { createContext, useContext } from "react";

/** Filled on the server only: in the browser the scripts run already, and React leaves nonces alone. */
export const NonceContext = createContext<string | undefined>(undefined);

export const useNonce = () => useContext(NonceContext);
