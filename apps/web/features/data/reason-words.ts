import { matchReasons } from '#domain/vocabularies/match-reasons';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';

/** The reasons of a match as one phrase. */
export function useReasonWords(): (reasons: readonly string[]) => string {
  const term = useTerm();
  const format = useFormat();
  return (reasons) =>
    format.list(
      reasons.map((reason) => {
        const code = matchReasons.codes.find((one) => one === reason);
        return code === undefined ? reason : term(matchReasons, code).toLowerCase();
      }),
    );
}
