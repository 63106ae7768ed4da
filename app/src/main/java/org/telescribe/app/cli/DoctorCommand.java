package org.telescribe.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.telescribe.app.console.CommonOptions;
import org.telescribe.app.doctor.Finding;
import org.telescribe.app.doctor.MachineCheck;
import org.telescribe.app.settings.AppFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Says what the machine has and the line that mends what is missing.
@Command(
        name = "doctor",
        description = "Says what this machine has for Telescribe, and the line that mends what is missing.")
final class DoctorCommand implements Callable<Integer> {
    private final AppFolders folders;

    @Mixin
    private CommonOptions common = new CommonOptions();

    DoctorCommand(AppFolders folders) {
        this.folders = folders;
    }

    @Override
    public Integer call() {
        List<Finding> findings = new MachineCheck(folders).look();
        List<Map<String, Object>> rows = new ArrayList<>();
        boolean allThere = true;
        for (Finding finding : findings) {
            common.say("%-11s %-22s %s".formatted(finding.level().word(), finding.what(), finding.says()));
            if (!finding.mend().isEmpty()) {
                common.say("%34s %s".formatted("->", finding.mend()));
            }
            allThere &= finding.level() != Finding.Level.MISSING;
            rows.add(Map.of(
                    "what",
                    finding.what(),
                    "level",
                    finding.level().word(),
                    "says",
                    finding.says(),
                    "mend",
                    finding.mend()));
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ok", allThere);
        result.put("findings", rows);
        common.result(result);
        return allThere ? 0 : 1;
    }
}
