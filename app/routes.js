/**
 * The front door: every URL of the product, in French, and the screen that answers it.
 * @param {import("@remix-run/dev/dist/config/routes.js").DefineRouteFunction} route
 */
export function routes(route) {
  // Before anybody is known.
  route("/connexion", "access/sign-in.route.tsx");
  route("/deconnexion", "access/sign-out.route.ts");
  route("/mot-de-passe-oublie", "access/forgotten.route.tsx");
  route("/mot-de-passe/:token", "access/new-password.route.tsx");

  // The doctor's own pages, by the signed link of a letter.
  route("/lettre/:token/stop", "campaigns/doctor/stop.route.tsx");
  route("/lettre/:token/pourquoi-moi", "campaigns/doctor/why.route.tsx");
  route("/lettre/:token/ma-simulation", "campaigns/doctor/simulation.route.tsx");
  route("/lettre/:token/rendez-vous", "campaigns/doctor/meeting.route.tsx");

  // Shown to the doctor during a visit: nothing around it.
  route("/medecins/:doctorId/simulation/en-visite", "aids/face-to-face.route.tsx");

  route("/simulation/:token", "aids/letter.route.tsx");
  route("/candidat/:token/stop", "recruiting/stop.route.tsx");

  // Files and data, without a page around them.
  route("/medecins/recherche", "doctors/search.route.ts");
  route("/agenda/:file", "visits/feed.route.ts");
  route("/visites/reglages/communes", "visits/settings-communes.route.ts");
  route("/visites/recus", "visits/report-inbox.route.ts");
  route("/segments/chiffres", "segments/figures.route.ts");
  route("/lettres/valeurs", "campaigns/letters-values.route.ts");
  route("/campagnes/delivrabilite/messages/:digest/brut", "campaigns/deliverability/raw.route.ts");
  route("/campagnes/:campaignId/registre.csv", "campaigns/register/register.route.ts");
  route("/contrats/:contractId/patientele.csv", "contracts/growth/export.route.ts");
  route("/imports/:importId/rejets", "imports/problems.route.ts");
  route("/exports/:file", "steering/exports/export.route.ts");
  route("/imports/modeles/:kind", "imports/template.route.ts");

  route(undefined, "home/frame.route.tsx", () => {
    route("/", "home/today.route.tsx", { index: true });
    route("/national", "home/national.route.tsx");
    route("/secteurs", "territories/sectors.route.tsx");
    route("/secteurs/nouveau", "territories/new-sector.route.tsx");
    route("/secteurs/equilibre", "steering/balance/balance.route.tsx");

    route("/priorites", "doctors/weights.route.tsx");
    route("/medecins", "doctors/list.route.tsx");
    route("/medecins/:doctorId", "doctors/layout.route.tsx", () => {
      route("", "eligibility/doctor-tab.route.tsx", { index: true });
      route("cabinet", "doctors/cabinet.route.tsx");
      route("donnees", "doctors/records.route.tsx");
      route("simulation", "aids/simulation.route.tsx");
      route("visites", "visits/doctor-tab.route.tsx");
      route("contrat", "contracts/doctor-tab.route.tsx");
      route("chances", "forecast/doctor/doctor-tab.route.tsx");
      route("locaux", "premises/doctor-tab.route.tsx");
      route("candidats", "recruiting/doctor-tab.route.tsx");
    });

    route("/medecins/:doctorId/compte-rendu", "visits/report-meeting.route.tsx");

    route("/medecins/:doctorId/creneaux", "visits/slots.route.tsx");
    route("/medecins/:doctorId/emplacement", "visits/placing.route.tsx");
    route("/visites/:visitId", "visits/visit.route.tsx");

    route("/visites", "visits/layout.route.tsx", () => {
      // The pages of a delegate: day, week, follow-ups, calendar, map, settings.
      route("", "visits/index.route.ts", { index: true });
      route("journee", "visits/day.route.tsx");
      route(":visitId/compte-rendu", "visits/report.route.tsx");
      route("relances", "visits/follow-ups.route.tsx");
      route("courriers/:letterId", "visits/letter.route.tsx");
      route("semaine", "visits/week.route.tsx");
      route("carte", "visits/map.route.tsx");
      route("calendrier", "visits/calendar.route.tsx");
      route("reglages", "visits/settings.route.tsx");
    });

    route("/rapport", "steering/report/report.route.tsx");

    route("/segments", "segments/list.route.tsx");
    route("/segments/nouveau", "segments/new.route.tsx");
    route("/segments/:segmentId", "segments/show.route.tsx");

    route("/contrats", "contracts/list.route.tsx");
    route("/contrats/patienteles", "contracts/growth/alerts.route.tsx");
    route("/contrats/:contractId", "contracts/show.route.tsx");
    route("/contrats/:contractId/patientele", "contracts/growth/show.route.tsx");
    route("/echeances", "contracts/board.route.tsx");

    route("/campagnes", "campaigns/list.route.tsx");
    route("/campagnes/reglages", "campaigns/settings.route.tsx");
    route("/campagnes/nouvelle", "campaigns/new.route.tsx");
    route("/campagnes/resultats", "campaigns/results/side-by-side.route.tsx");
    route("/campagnes/delivrabilite", "campaigns/deliverability/deliverability.route.tsx");
    route("/campagnes/delivrabilite/messages/:digest", "campaigns/deliverability/message.route.tsx");
    route("/medecins/:doctorId/adresse", "campaigns/deliverability/answer.route.tsx");
    route("/campagnes/:campaignId", "campaigns/show.route.tsx");
    route("/campagnes/:campaignId/resultats", "campaigns/results/results.route.tsx");
    route("/campagnes/:campaignId/resultats/medecins", "campaigns/results/rows.route.tsx");

    route("/locaux", "premises/list.route.tsx");

    route("/candidats", "recruiting/list.route.tsx");
    route("/candidats/nouveau", "recruiting/new.route.tsx");
    route("/candidats/informer", "recruiting/inform.route.tsx");
    route("/candidats/:candidateId", "recruiting/show.route.tsx");
    route("/candidats/:candidateId/modifier", "recruiting/change.route.tsx");

    route("/parcours", "campaigns/journeys/list.route.tsx");
    route("/parcours/nouveau", "campaigns/journeys/new.route.tsx");
    route("/parcours/:journeyId", "campaigns/journeys/show.route.tsx");
    route("/parcours/:journeyId/essai", "campaigns/journeys/trial.route.tsx");

    route("/lettres", "campaigns/letters.route.tsx");
    route("/lettres/nouvelle", "campaigns/letters-new.route.tsx");
    route("/lettres/:letterId", "campaigns/letter.route.tsx");

    route("/pilotage", "steering/board/board.route.tsx");
    route("/pilotage/medecins", "steering/board/stalled.route.tsx");
    route("/pilotage/objectifs", "steering/board/targets.route.tsx");
    route("/entonnoir", "steering/funnel/funnel.route.tsx");
    route("/entonnoir/medecins", "steering/funnel/rows.route.tsx");
    route("/entonnoir/medecins/:doctorId", "steering/hand/hand.route.tsx");
    route("/atteignabilite", "steering/reach/reach.route.tsx");
    route("/prevision", "forecast/forecast.route.tsx");
    route("/prevision/modele", "forecast/model/model.route.tsx");

    route("/imports", "imports/list.route.tsx");
    route("/imports/nouveau", "imports/new.route.tsx");
    route("/imports/rapprochements", "imports/matches.route.tsx");
    route("/imports/:importId", "imports/show.route.tsx");

    route("/mon-compte", "access/my-account.route.tsx");
    route("/mon-compte/mot-de-passe", "access/my-password.route.tsx");
    route("/comptes", "access/accounts.route.tsx");
    route("/comptes/nouveau", "access/new-account.route.tsx");
    route("/comptes/:accountId", "access/account.route.tsx");
    route("/journal", "audit/journal.route.tsx");
    route("/courriels", "ops/mails.route.tsx");
    route("/courriels/:mailId", "ops/mail.route.tsx");
    route("/moteur", "ops/engine.route.tsx");
  });
}
