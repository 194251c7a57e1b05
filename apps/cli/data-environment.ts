/** Where the data lie, as the environment says. */
export interface DataEnvironment {
  /** Where the user stands: paths are relative to it. */
  readonly workingDir: string;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  /** Where rasters lie beside a database that is a server; an embedded one has them in its own folder. */
  readonly rastersDir: string;
  readonly backupDir: string;
  /** Generated secrets without which the data are of less use. */
  readonly secretFiles: readonly string[];
}
