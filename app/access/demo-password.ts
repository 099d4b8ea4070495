/** Written on the sign-in page in demo mode; with DEMO=0 no account of the demo can sign in. */
export const DEMO_PASSWORD = "tandem de demonstration";
