# Builds rwave and runs any of its commands as a user without privileges:
#   docker build -t rwave .
#   docker run --rm rwave process --help
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
RUN mvn -B -q -DskipTests -Dspotless.check.skip -Djacoco.skip -pl cli -am package

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --create-home rwave
COPY --from=build /build/cli/target/rwave-cli.jar /opt/rwave/rwave-cli.jar
COPY --from=build /build/cli/target/lib /opt/rwave/lib
USER 10001
WORKDIR /home/rwave
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70"
ENTRYPOINT ["java", "-jar", "/opt/rwave/rwave-cli.jar"]
CMD ["--help"]
