import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header, { type HeaderProps } from '@cloudscape-design/components/header';
import type { ReactNode } from 'react';

interface HeadedProps extends Pick<HeaderProps, 'description' | 'actions' | 'counter'> {
  readonly title: ReactNode;
  readonly children?: ReactNode;
}

/** A page under its heading. */
export const HeadedPage = ({ title, children, ...more }: HeadedProps) => (
  <ContentLayout
    header={
      <Header variant="h1" {...more}>
        {title}
      </Header>
    }
  >
    {children}
  </ContentLayout>
);

/** A part of a page, framed, under its heading. */
export const HeadedPart = ({ title, children, ...more }: HeadedProps) => (
  <Container
    header={
      <Header variant="h2" {...more}>
        {title}
      </Header>
    }
  >
    {children}
  </Container>
);
