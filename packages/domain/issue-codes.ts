/** A message in both languages, and the HTTP status it travels with. */
export interface IssueMessage {
  readonly fr: string;
  readonly en: string;
  readonly status: 400 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
}

const message = (status: IssueMessage['status'], fr: string, en: string): IssueMessage => ({ fr, en, status });

/** The one registry of what can be wrong: code → words → HTTP status. */
export const issueMessages = {
  // The file as a whole
  fileEmpty: message(422, 'Le fichier est vide.', 'The file is empty.'),
  fileTooLarge: message(413, 'Le fichier dépasse la taille acceptée.', 'The file is larger than accepted.'),
  fileTruncated: message(422, 'Le fichier est incomplet ou endommagé. Exportez-le ou téléchargez-le de nouveau.', 'The file is incomplete or damaged. Export or download it again.'),
  fileKindUnknown: message(415, 'Ce type de fichier n’est pas lu. Attendu : XLSX, CSV, GeoJSON, TopoJSON, KML, ou un ZIP contenant l’un d’eux ou un Shapefile.', 'This kind of file is not read. Expected: XLSX, CSV, GeoJSON, TopoJSON, KML, or a ZIP with one of them or a Shapefile.'),
  oldExcel: message(415, 'Ancien format Excel (.xls). Enregistrez le classeur en .xlsx.', 'Old Excel format (.xls). Save the workbook as .xlsx.'),
  contentNotAsNamed: message(415, 'Le contenu n’est pas celui que le nom annonce.', 'The content is not what the name announces.'),
  profileUnknown: message(422, 'Aucun profil connu ne correspond aux colonnes de ce fichier.', 'No known profile fits the columns of this file.'),
  severalSheets: message(422, 'Le classeur a plusieurs feuilles remplies. Dites laquelle lire avec --sheet.', 'The workbook has several filled sheets. Say which one to read with --sheet.'),
  sheetMissing: message(422, 'Cette feuille n’existe pas dans le classeur.', 'That sheet is not in the workbook.'),
  caseDataRefused: message(422, 'Ces colonnes ressemblent à des données de cas ou de personnes. Le fichier est refusé en entier et rien n’est gardé. Envoyez-le sans ces colonnes, ou avec des totaux par zone et par mois.', 'These columns look like data about cases or persons. The whole file is refused and nothing is kept. Send it without these columns, or with totals by area and month.'),
  jsonInvalid: message(422, 'Le texte n’est pas du JSON valide.', 'The text is not valid JSON.'),
  crsProjected: message(422, 'Les coordonnées sont projetées. Attendu : longitude, latitude en degrés (EPSG:4326).', 'The coordinates are projected. Expected: longitude, latitude in degrees (EPSG:4326).'),
  axesSwapped: message(422, 'Longitude et latitude semblent inversées.', 'Longitude and latitude seem to be swapped.'),
  // Containers of files
  cellTooLong: message(413, 'Une cellule est plus longue que ce qu’un tableur peut contenir.', 'A cell is longer than a spreadsheet can hold.'),
  tooManyColumns: message(413, 'Le tableau a plus de colonnes qu’un tableur n’en a.', 'The table has more columns than a spreadsheet has.'),
  nestedTooDeep: message(413, 'Le fichier contient trop d’objets imbriqués les uns dans les autres.', 'The file has too many objects inside one another.'),
  archiveEmpty: message(422, 'L’archive ne contient aucun fichier lisible. Attendu : un seul fichier XLSX, CSV, GeoJSON, TopoJSON, KML ou un Shapefile.', 'The archive holds no readable file. Expected: one XLSX, CSV, GeoJSON, TopoJSON, KML or Shapefile.'),
  archiveSeveral: message(422, 'L’archive contient plusieurs fichiers lisibles. Déposez-les un par un.', 'The archive holds several readable files. Send them one by one.'),
  archiveLocked: message(422, 'L’archive est protégée par un mot de passe. Envoyez-la sans protection.', 'The archive is protected by a password. Send it without protection.'),
  geopackageNotRead: message(415, 'GeoPackage n’est pas lu. Exportez la couche en GeoJSON (dans QGIS : Exporter › Sauvegarder les entités sous).', 'GeoPackage is not read. Export the layer as GeoJSON (in QGIS: Export › Save features as).'),
  // Geometry
  geometryMissing: message(422, 'La géométrie manque.', 'The geometry is missing.'),
  geometryType: message(422, 'Ce type de géométrie n’est pas accepté ici.', 'This type of geometry is not accepted here.'),
  ringUnclosed: message(422, 'Un contour du polygone n’est pas fermé.', 'A ring of the polygon is not closed.'),
  ringTooShort: message(422, 'Un contour du polygone a moins de quatre points.', 'A ring of the polygon has fewer than four points.'),
  selfCrossing: message(422, 'Le contour du polygone se croise lui-même.', 'The outline of the polygon crosses itself.'),
  coordinatesOutOfRange: message(422, 'Coordonnées hors des bornes.', 'Coordinates out of range.'),
  geometryRepaired: message(422, 'Petit défaut de contour corrigé.', 'Small fault of the outline repaired.'),
  // Rows
  valueMissing: message(422, 'Une valeur obligatoire manque.', 'A required value is missing.'),
  valueNotInList: message(422, 'Cette valeur n’est pas dans la liste ; elle est gardée telle quelle.', 'This value is not in the list; it is kept as given.'),
  numberInvalid: message(422, 'Ce n’est pas un nombre.', 'This is not a number.'),
  zeroNotGiven: message(422, 'Zéro personne dans une colonne obligatoire : lu comme « non précisé ».', 'Zero people in a required column: read as “not given”.'),
  cellsBeyondHeaders: message(422, 'La ligne a des cellules au-delà des en-têtes : un séparateur a sans doute décalé les valeurs.', 'The row has cells beyond the headers: a separator has probably shifted the values.'),
  textWithheld: message(422, 'Le commentaire parle de cas ou donne un contact ; il n’est pas gardé.', 'The comment speaks of cases or gives a contact; it is not kept.'),
  dateInvalid: message(422, 'Cette date n’existe pas ou n’est pas lisible.', 'This date does not exist or cannot be read.'),
  endBeforeStart: message(422, 'La fin précède le début.', 'The end comes before the start.'),
  areaCodeUnknown: message(422, 'Ce code de zone n’est pas connu.', 'This area code is not known.'),
  areaCodeCorrected: message(422, 'Le code du territoire n’est pas connu ; la zone de santé suffit à placer la ligne.', 'The territory code is not known; the health zone is enough to place the row.'),
  areaMissing: message(422, 'La ligne ne dit pas où.', 'The row does not say where.'),
  areaNameUnknown: message(422, 'Aucune zone ne porte ce nom.', 'No area has this name.'),
  areaNameAmbiguous: message(422, 'Plusieurs zones portent ce nom ; rien n’est deviné.', 'Several areas have this name; nothing is guessed.'),
  parentUnknown: message(422, 'La zone qui devrait la contenir n’est pas connue.', 'The area that should contain it is not known.'),
  outsideDeclaredArea: message(422, 'Les coordonnées sont hors de la zone déclarée.', 'The coordinates lie outside the declared area.'),
  outsideAllAreas: message(422, 'Les coordonnées ne sont dans aucune zone connue.', 'The coordinates lie in no known area.'),
  outsideProvince: message(422, 'Hors de la province demandée ; laissé de côté.', 'Outside the province asked for; left out.'),
  codeRepeated: message(422, 'Ce code revient deux fois dans le fichier avec des contenus différents.', 'This code comes twice in the file with different content.'),
  rowRepeated: message(422, 'Ligne identique à une ligne précédente.', 'Row identical to an earlier one.'),
  nameMissing: message(422, 'La structure n’a pas de nom dans la source.', 'The structure has no name in the source.'),
  kindsToReview: message(422, 'Le texte ne suffit pas à dire ce qui est fait ; à revoir par une personne.', 'The text is not enough to say what is done; a person should look.'),
  structureUnknown: message(422, 'La structure n’est pas connue.', 'The structure is not known.'),
  initiativeUnknown: message(422, 'L’initiative n’est pas connue.', 'The initiative is not known.'),
  // Matching
  areaFoundByName: message(422, 'Le code n’est pas connu ; la zone est trouvée par son nom.', 'The code is not known; the area is found by its name.'),
  structureAmbiguous: message(422, 'Plusieurs structures portent ce nom ; rien n’est deviné.', 'Several structures have this name; nothing is guessed.'),
  // Imports
  importBusy: message(409, 'Ce fichier est en cours de traitement. Attendez la fin, ou annulez.', 'This file is being worked on. Wait for the end, or cancel.'),
  importGone: message(409, 'Le fichier n’est plus en mémoire. Envoyez-le de nouveau.', 'The file is no longer in memory. Send it again.'),
  importApplied: message(409, 'Ce fichier est déjà appliqué. Annulez d’abord son application.', 'This file is applied already. Undo it first.'),
  importBlocked: message(409, 'Ce fichier ne peut pas être pris tel quel : voyez ce qui est dit de lui.', 'This file cannot be taken as it is: see what is said of it.'),
  importNotApplied: message(409, 'Ce fichier n’est pas appliqué : il n’y a rien à annuler.', 'This file is not applied: there is nothing to undo.'),
  answerUnknown: message(409, 'Cette question ou ce choix n’est plus proposé pour ce fichier.', 'This question or choice is no longer offered for this file.'),
  rowsRefused: message(409, 'Des lignes sont refusées. Corrigez-les, ou acceptez de ne prendre que les autres.', 'Rows are refused. Correct them, or accept to take the others only.'),
  undoConflicts: message(409, 'Des fichiers plus récents ont touché les mêmes fiches ou s’appuient sur elles. Rien n’a été changé.', 'Later files touched the same records or lean on them. Nothing was changed.'),
  // Fields, templates and personal data in texts
  personalDataDropped: message(422, 'Le texte donnait un nom de personne ou un contact ; il en a été retiré.', 'The text gave the name of a person or a contact; it has been taken out.'),
  listValueUnknown: message(422, 'Cette valeur n’est pas dans la liste de la colonne.', 'This value is not in the list of the column.'),
  idInvalid: message(422, 'Cet identifiant a été modifié. Remettez-le, ou laissez la cellule vide pour une nouvelle fiche.', 'This id was altered. Put it back, or leave the cell empty for a new record.'),
  groupIncomplete: message(422, 'Une autre ligne de la même structure et du même jour est refusée : rien n’est pris à moitié.', 'Another row of the same structure and day is refused: nothing is taken by half.'),
  mappingInvalid: message(422, 'La correspondance ne va pas avec ce tableau : une colonne ou un champ n’existe pas, ou un champ obligatoire manque.', 'The mapping does not fit this table: a column or field does not exist, or a required field is missing.'),
  structureClosed: message(422, 'La source dit que cette structure est fermée ; elle est laissée de côté.', 'The source says that this structure is closed; it is left out.'),
  unitsWithoutPlaces: message(422, 'Ce registre ne contient que des zones, aucune structure.', 'This register holds areas only, no structure.'),
  hxlKindUnknown: message(422, 'Les hashtags HXL de ce fichier ne décrivent rien que l’outil connaisse : qui fait quoi et où, structures, zones, populations ou organisations.', 'The HXL hashtags of this file describe nothing that the tool knows: who does what where, structures, areas, populations or organisations.'),
  // Requests
  parameterUnknown: message(400, 'Ce paramètre n’existe pas.', 'This parameter does not exist.'),
  parameterInvalid: message(400, 'Cette valeur de paramètre n’est pas valable.', 'This parameter value is not valid.'),
  standardUnknown: message(400, 'Cette norme n’est pas connue.', 'This standard is not known.'),
  cursorInvalid: message(400, 'Ce curseur de page n’est pas valable.', 'This page cursor is not valid.'),
  notFound: message(404, 'Introuvable.', 'Not found.'),
  formatNotOffered: message(400, 'Ce format n’est pas proposé ici.', 'This format is not offered here.'),
  forbidden: message(403, 'Accès refusé.', 'Access denied.'),
  tooManyRequests: message(429, 'Trop de requêtes. Réessayez dans un instant.', 'Too many requests. Try again in a moment.'),
  dataLoading: message(503, 'Les données sont en cours de préparation. Réessayez dans un instant.', 'The data are being prepared. Try again in a moment.'),
  overloaded: message(503, 'Le serveur est trop chargé. Réessayez dans un instant.', 'The server is too busy. Try again in a moment.'),
  internal: message(500, 'Erreur interne. Rien n’a été changé.', 'Internal error. Nothing was changed.'),
  // Database and start
  geometryFailed: message(500, 'La base a rejeté une opération géométrique.', 'The database rejected a geometric operation.'),
  portTaken: message(500, 'Le port est déjà pris.', 'The port is already taken.'),
  dataDirLocked: message(409, 'Le dossier de données est tenu par un autre processus.', 'The data directory is held by another process.'),
  dataDirUnwritable: message(500, 'Le dossier de données n’est pas accessible en écriture.', 'The data directory cannot be written.'),
  databaseUnreachable: message(503, 'La base de données ne répond pas.', 'The database does not answer.'),
  databaseTooOld: message(500, 'PostgreSQL 15 et PostGIS 3.3 au moins sont nécessaires.', 'PostgreSQL 15 and PostGIS 3.3 at least are needed.'),
} satisfies Record<string, IssueMessage>;

export type IssueCode = keyof typeof issueMessages;
