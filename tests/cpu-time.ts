/** Processor time that this process and its threads have used, in milliseconds: unlike the clock it does not grow because others use the machine too. */
export function cpuTimeMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
