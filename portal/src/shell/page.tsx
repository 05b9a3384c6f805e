import { Link, type LinkProps, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

/** The page shown before: the first one leaves focus at the top, where the skip link is; later ones move it to their heading. */
let lastPath: string | null = null

interface PageProps {
  title: ReactNode
  /** For the window's title, where `title` is more than text. */
  name: string
  lead?: ReactNode
  /** The pages above this one. */
  trail?: { label: string; to: LinkProps }[]
  actions?: ReactNode
  children: ReactNode
}

/** A page's heading and content. Names the window, and moves focus to the heading after navigation so that it is read out. */
export const Page = ({ title, name, lead, trail, actions, children }: PageProps) => {
  const { t } = useTranslation()
  const pathname = useRouterState({
    select: ({ location, resolvedLocation }) =>
      resolvedLocation?.pathname === location.pathname ? location.pathname : null,
  })
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${name} · ${t('product.name')}`
  }, [name, t])
  useEffect(() => {
    if (pathname === null) return
    if (lastPath !== null && lastPath !== pathname) heading.current?.focus({ preventScroll: true })
    lastPath = pathname
  }, [pathname])
  return (
    <div className="page">
      <div className="page-head">
        <div>
          {trail && (
            <nav aria-label={t('product.breadcrumb')} className="trail">
              <ol>
                {trail.map(({ label, to }) => (
                  <li key={label}>
                    <Link {...to}>{label}</Link>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p className="lead">{lead}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </div>
  )
}

/** A titled part of a page. */
export const Panel = (props: {
  title: string
  hint?: ReactNode
  extra?: ReactNode
  className?: string
  children: ReactNode
}) => (
  <section className={`panel ${props.className ?? ''}`} aria-label={props.title}>
    <div className="panel-head">
      <h2>{props.title}</h2>
      {props.extra}
    </div>
    {props.hint && <p className="hint">{props.hint}</p>}
    {props.children}
  </section>
)
