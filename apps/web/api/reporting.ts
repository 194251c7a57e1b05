import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { z } from 'zod';
import type { reportingAnswer } from '#api/contract/imports';
import { fetchJson } from './client';

export type ReportingAnswer = z.infer<typeof reportingAnswer>;
export const TEMPLATE_KINDS = ['initiatives', 'structures', 'assessments', 'stock'] as const;
export const PRESENCE_LEVELS = ['adm1', 'adm2', 'healthZone'] as const;

/** Who has reported what for a month (`2025-05`). */
export function useReporting(month: string): UseQueryResult<ReportingAnswer> {
  return useQuery({ queryKey: ['reporting', month], queryFn: ({ signal }) => fetchJson<ReportingAnswer>(`/api/reporting?month=${month}`, signal), placeholderData: keepPreviousData });
}

/** A workbook with what an organisation reported so far, to be filled in and sent back. */
export const templateAddress = (kind: (typeof TEMPLATE_KINDS)[number], organisationId: string, language: string): string => `/api/templates/${kind}.xlsx?organisation=${encodeURIComponent(organisationId)}&lang=${language}`;
