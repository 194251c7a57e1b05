import { useWhatIfWords } from '../../i18n/what-if-words';

/** Beside the files while something is tried: whether they hold it. */
export default function FilesNote({ inFiles }: { inFiles: boolean }) {
  const { t } = useWhatIfWords();
  return <p className="note">{t(inFiles ? 'whatIf.filesTried' : 'whatIf.files')}</p>;
}
