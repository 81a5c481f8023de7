/** A diagnostic as `--json` prints it. Lines and columns count from 1. */
export interface DiagnosticJson {
  file: string;
  line?: number;
  column?: number;
  level: string;
  rule: string;
  found: string;
  expected?: string;
  fix?: string;
  /** The others of the same kind on the file. */
  alike?: { line?: number; column?: number; found: string }[];
}
