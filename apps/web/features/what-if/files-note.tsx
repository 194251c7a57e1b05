import { useWhatIfWords } from '../../i18n/what-if-words';

/** Beside the files while something is tried: they do not hold it. */
export default function FilesNote() {
  const { t } = useWhatIfWords();
  return <p className="note">{t('whatIf.files')}</p>;
}
