import type { Handlers } from "../handler";
import { accountHandlers } from "./accounts";
import { bounceHandlers } from "./bounces";
import { campaignHandlers } from "./campaigns";
import { contractHandlers } from "./contracts";
import { forecastHandlers } from "./forecast";
import { importHandlers } from "./imports";
import { invitationHandlers } from "./invitations";
import { journeyHandlers } from "./journeys";
import { letterHandlers } from "./letters";
import { recruitingHandlers } from "./recruiting";
import { reportHandlers } from "./reports";
import { scoringHandlers } from "./scoring";
import { sectorHandlers } from "./sectors";
import { simulationLetterHandlers } from "./simulation-letters";
import { steeringHandlers } from "./steering";
import { tidyHandlers } from "./tidy";
import { trialLetterHandlers } from "./trial-letters";
import { weekHandlers } from "./weeks";

/** Every job of the catalog and the function that runs it: a job without a handler does not compile. */
export const handlers: Handlers = {
  ...accountHandlers,
  ...bounceHandlers,
  ...campaignHandlers,
  ...contractHandlers,
  ...forecastHandlers,
  ...importHandlers,
  ...invitationHandlers,
  ...journeyHandlers,
  ...letterHandlers,
  ...recruitingHandlers,
  ...reportHandlers,
  ...scoringHandlers,
  ...sectorHandlers,
  ...simulationLetterHandlers,
  ...steeringHandlers,
  ...tidyHandlers,
  ...trialLetterHandlers,
  ...weekHandlers,
};
