/**
 * Names of municipalities and places that are also words which people type when they mean something else: «baden» in
 * «baden mit hund», «bauen», «wald». Alone they are no place; with a postcode or behind «in» they may be. Folded as in
 * `fold.ts`.
 */
export const EVERYDAY_NAMES: ReadonlySet<string> = new Set(
  `
  au bad baden bahn bahnhof bau bauen bauer berg bergen birne block boden brand brot bruch bruck brunnen buch buchen burg dach
  damm dank daumen dorf ecke egg ehe ehren ei eich eiche eis ende endingen engel enge erde erlen essen eventus fahr fahren falle
  feld felde felder fels feier ferien feuer fisch fischen flug forst frei freiheit frieden garten gas geld gericht gesund gold grab graben grund grunden
  gut haar haft hagel hafen halle hallen halten handel haus hausen heide heim heirat hell herd herz hilfe himmel hirsch hof holz
  horn hund hunde hut immer insel jagd kamen kammer kanal kasse kauf kehl keller kern kind kirche kirchen klein klima kloster
  kohl konto kopf korb kraft krank kranken kreis kreuz kuhl lage laden land landen landung lang lassen laufen leben leer leiden licht lieben linden loch lohn los
  mahlen markt mauer meer meister melden messe messen miete mieten moos muhle mutter nachbar nebel neu nest not ofen ohr ort pass
  pfand platz post probe rad rain rat rechnung rechte recht reden regen reich reichen reise reit ried ring rente ross rot ruhe rust saal sand sau schaden schau schein schild schlag
  schlange schlicht schloss schluss schnell schon schule schulen schutz schwarz schwanger see seen sicher siegen singen sitz sohn sonne
  speicher spiel spiez sport staat stadt stall stand start stein sterben steuer steuern stock strand strasse strom tafel tal tasche taufen teich teufen tier
  tod tor traum treffen trennung turm ufer umzug ulm unfall unter urlaub vater verein vogel wache wagen wahl wahlen wald wand wangen
  waren warm warten wasser weg wege weide wein weiler weiss welt wende werden werk wetter wiese wild wind winkel winter wohl wohnen wolf wolle wurst
  zahl zahlen zaun zeit zell ziel zimmer zoll zug zukunft
  bourg chateau ville village maison mariage naissance deces impot impots travail ecole enfant enfants chien chat voiture permis
  carte passeport acte bois champ champs riviere lac mont pont port place rue mer plage vente essert dompierre grandes cours
  casa cane gatto lavoro scuola matrimonio nascita morte tassa tasse imposta auto permesso carta passaporto lago monte ponte porto
  piazza via mare bosco campo vita sole contone
  dog cat car house birth death marriage work school tax permit passport card lake bridge place street wood field port bath
  `
    .trim()
    .split(/\s+/),
);
