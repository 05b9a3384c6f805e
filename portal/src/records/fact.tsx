import type { ReactNode } from 'react'

/** A list of facts; on a narrow screen each label stands above its value. */
export const Facts = ({ children }: { children: ReactNode }) => <dl className="facts">{children}</dl>

export const Fact = ({ label, children }: { label: ReactNode; children: ReactNode }) => (
  <div className="fact">
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)
