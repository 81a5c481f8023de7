declare module '@daisy/ace-core' {
  // biome-ignore lint/suspicious/noExplicitAny: Ace has no types; what is read of its report is typed where it is read
  const ace: (epub: string, options: object, runner: object) => Promise<[string, any]>;
  export default ace;
}
